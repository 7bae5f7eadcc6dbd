package dev.latchkey.audit;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Append-only record of who did what to a recovery. Holds no codes, tokens or addresses. */
@Component
public class AuditLog {
  private final JdbcClient jdbc;
  private final Clock clock;

  AuditLog(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Appends an entry in the caller's transaction; the time is UTC.
   *
   * @param caseId may be null
   * @param actor role or staff login, never an address
   * @param detail short and free of personal data, or null
   */
  public void record(String caseId, String actor, String action, String outcome, String detail) {
    jdbc.sql(
            """
            insert into audit_entry (id, at, case_id, actor, action, outcome, detail)
            values (:id, :at, :caseId, :actor, :action, :outcome, :detail)
            """)
        .param("id", UUID.randomUUID().toString())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("caseId", caseId)
        .param("actor", actor)
        .param("action", action)
        .param("outcome", outcome)
        .param("detail", detail)
        .update();
  }
}
