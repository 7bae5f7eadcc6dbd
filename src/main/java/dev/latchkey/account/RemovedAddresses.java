package dev.latchkey.account;

import dev.latchkey.directory.Address;
import dev.latchkey.directory.AddressKind;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers which address went by which change, in case it was not the account holder who removed
 * it. Joins the caller's transaction.
 */
@Component
class RemovedAddresses {
  private final JdbcClient jdbc;
  private final Clock clock;

  RemovedAddresses(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** An address that went. */
  record RemovedAddress(AddressKind kind, String value) {}

  void note(String changeId, String accountId, Address address) {
    jdbc.sql(
            """
            insert into removed_address (change_id, account_id, kind, address, removed_at)
            values (:changeId, :accountId, :kind, :address, :now)
            """)
        .param("changeId", changeId)
        .param("accountId", accountId)
        .param("kind", address.kind().name())
        .param("address", address.value())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /** What this change removed, for the one caller that takes it back; then it is forgotten. */
  Optional<RemovedAddress> take(String changeId, String accountId) {
    return find(changeId, accountId)
        .filter(
            address ->
                jdbc.sql("delete from removed_address where change_id = :changeId")
                        .param("changeId", changeId)
                        .update()
                    == 1);
  }

  private Optional<RemovedAddress> find(String changeId, String accountId) {
    return jdbc.sql(
            """
            select kind, address from removed_address
            where change_id = :changeId and account_id = :accountId
            """)
        .param("changeId", changeId)
        .param("accountId", accountId)
        .query(
            (row, number) ->
                new RemovedAddress(
                    AddressKind.valueOf(row.getString("kind")), row.getString("address")))
        .optional();
  }
}
