package dev.latchkey.directory.jdbc;

import dev.latchkey.directory.Address;
import dev.latchkey.directory.AddressKind;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts' addresses, in their owner's order. Everything joins the caller's transaction. */
@Component
class AddressRows {
  private final JdbcClient jdbc;
  private final Clock clock;

  AddressRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  List<Address> of(String accountId) {
    return jdbc.sql("select * from account_address where account_id = :id order by position, id")
        .param("id", accountId)
        .query(
            (row, number) ->
                new Address(
                    row.getString("id"),
                    AddressKind.valueOf(row.getString("kind")),
                    row.getString("address"),
                    row.getObject("verified_at") != null,
                    row.getBoolean("notify")))
        .list();
  }

  /** Verified and told of everything; behind the others unless it is there already. */
  Address add(String accountId, AddressKind kind, String value) {
    String id =
        of(accountId).stream()
            .filter(address -> address.kind() == kind && address.value().equals(value))
            .map(Address::id)
            .findFirst()
            .map(this::verify)
            .orElseGet(() -> insert(accountId, kind, value));
    return new Address(id, kind, value, true, true);
  }

  Optional<Address> remove(String accountId, String addressId) {
    Optional<Address> present =
        of(accountId).stream().filter(address -> address.id().equals(addressId)).findFirst();
    return present.filter(address -> delete(accountId, addressId));
  }

  private boolean delete(String accountId, String addressId) {
    return jdbc.sql("delete from account_address where id = :id and account_id = :accountId")
            .param("id", addressId)
            .param("accountId", accountId)
            .update()
        == 1;
  }

  private String verify(String addressId) {
    jdbc.sql(
            """
            update account_address set verified_at = coalesce(verified_at, :now), notify = true
            where id = :id
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("id", addressId)
        .update();
    return addressId;
  }

  private String insert(String accountId, AddressKind kind, String value) {
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into account_address
              (id, account_id, kind, address, verified_at, notify, position)
            values (:id, :accountId, :kind, :address, :now, true,
              (select coalesce(max(position), -1) + 1 from account_address
               where account_id = :accountId))
            """)
        .param("id", id)
        .param("accountId", accountId)
        .param("kind", kind.name())
        .param("address", value)
        .param("now", Timestamp.from(clock.instant()))
        .update();
    return id;
  }
}
