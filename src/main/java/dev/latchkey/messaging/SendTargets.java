package dev.latchkey.messaging;

import java.time.Instant;
import java.util.Optional;
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

  /** Locks the target until the caller's transaction ends and tells its last claim. */
  Instant lock(String targetHash) {
    return lockExisting(targetHash)
        .orElseGet(
            () -> {
              makeRow(targetHash);
              return lockExisting(targetHash).orElseThrow();
            });
  }

  void claimed(String targetHash, Instant now) {
    jdbc.sql("update send_target set last_claim = :now where target_hash = :hash")
        .param("hash", targetHash)
        .param("now", SqlTime.of(now))
        .update();
  }

  private Optional<Instant> lockExisting(String targetHash) {
    return jdbc.sql("select last_claim from send_target where target_hash = :hash for update")
        .param("hash", targetHash)
        .query((row, number) -> SqlTime.read(row, "last_claim"))
        .optional();
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
