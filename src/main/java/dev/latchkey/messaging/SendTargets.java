package dev.latchkey.messaging;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One row for each target ever claimed: its lock makes the counting free of races. */
@Component
class SendTargets {
  private final JdbcClient jdbc;
  private final OwnTransaction ownTransaction;

  SendTargets(JdbcClient jdbc, OwnTransaction ownTransaction) {
    this.jdbc = jdbc;
    this.ownTransaction = ownTransaction;
  }

  /** Locks the target until the caller's transaction ends. */
  void lock(String targetHash) {
    if (!lockExisting(targetHash)) {
      makeRow(targetHash);
      lockExisting(targetHash);
    }
  }

  /** Keeps the row from being removed while its claims count. */
  void claimed(String targetHash, Instant now) {
    jdbc.sql("update send_target set last_claim = :now where target_hash = :hash")
        .param("hash", targetHash)
        .param("now", SqlTime.of(now))
        .update();
  }

  private boolean lockExisting(String targetHash) {
    return jdbc.sql("select target_hash from send_target where target_hash = :hash for update")
        .param("hash", targetHash)
        .query(String.class)
        .optional()
        .isPresent();
  }

  private void makeRow(String targetHash) {
    ownTransaction.runUnlessDuplicate(
        () ->
            jdbc.sql("insert into send_target (target_hash, last_claim) values (:hash, :never)")
                .param("hash", targetHash)
                .param("never", SqlTime.of(Instant.EPOCH))
                .update());
  }
}
