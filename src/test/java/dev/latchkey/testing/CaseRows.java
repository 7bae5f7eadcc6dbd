package dev.latchkey.testing;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bare rows of recoveries, for tests of what hangs on them. */
public final class CaseRows {
  private CaseRows() {}

  /** Opens a recovery without any process and returns its id. */
  public static String open(JdbcClient jdbc, String accountId) {
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into recovery_case (id, token_hash, objection_hash, purpose, identifier_kind,
              account_id, subject, client_hash, locale, status, step, step_number,
              confirms_contact, ways, offers, created_at, changed_at)
            values (:id, :id, :id, 'password', 'EMAIL', :accountId, :accountId, 'client', 'en',
              'OPEN', 'preparing', 1, false, '', '', current_timestamp, current_timestamp)
            """)
        .param("id", id)
        .param("accountId", accountId)
        .update();
    return id;
  }
}
