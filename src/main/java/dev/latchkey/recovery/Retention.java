package dev.latchkey.recovery;

import dev.latchkey.retention.Retained;
import dev.latchkey.retention.Walk;
import java.time.Instant;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes ended recoveries some time after their last change, with everything that is kept of them
 * (R24): proofs, codes, requests to support, files, messages, the engine's history. All of a case
 * goes in one transaction, so that a case is there as a whole or not at all.
 */
@Component
@Order(2)
class Retention implements Retained {
  private static final int AT_ONCE = 100;

  private final JdbcClient jdbc;
  private final CaseTraces traces;
  private final RecoveryProperties limits;

  Retention(JdbcClient jdbc, CaseTraces traces, RecoveryProperties limits) {
    this.jdbc = jdbc;
    this.traces = traces;
    this.limits = limits;
  }

  @Override
  public List<Removal> removals(Instant now) {
    Walk ended =
        Walk.byTime(jdbc, "recovery_case", "id", "created_at", now.minus(limits.retention()))
            .where("status <> 'OPEN' and changed_at < :before")
            .steps(AT_ONCE)
            .removing(this::remove);
    return List.of(new Removal("cases", ended));
  }

  private int remove(List<String> caseIds) {
    List<String> over = traces.remove(caseIds);
    if (over.isEmpty()) {
      return 0;
    }
    return jdbc.sql("delete from recovery_case where id in (:ids)").param("ids", over).update();
  }
}
