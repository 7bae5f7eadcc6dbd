package dev.latchkey.account;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.Address;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Addresses of an account that a code could not be delivered to. Their holder is asked about them
 * once signed in, and nobody else hears of it.
 */
@Component
public class AddressesToCheck {
  private final JdbcClient jdbc;
  private final Clock clock;

  AddressesToCheck(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Notes one; nothing if it is noted already, or the account no longer has it. */
  @Transactional
  public void note(String accountId, String addressId) {
    jdbc.sql(
            """
            insert into address_to_check (address_id, account_id, noted_at)
            select id, account_id, cast(:now as timestamp with time zone) from account_address
            where id = :addressId and account_id = :accountId
              and id not in (select address_id from address_to_check)
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("addressId", addressId)
        .param("accountId", accountId)
        .update();
  }

  /** Those of the account, in its own order; empty if there is nothing to ask. */
  @Transactional(readOnly = true)
  public List<Address> of(Account account) {
    List<String> noted =
        jdbc.sql("select address_id from address_to_check where account_id = :accountId")
            .param("accountId", account.id())
            .query(String.class)
            .list();
    return account.addresses().stream().filter(address -> noted.contains(address.id())).toList();
  }

  /** The holder says that it is right. Idempotent; another account's are left alone. */
  @Transactional
  public void isRight(Session by, String addressId) {
    jdbc.sql(
            """
            delete from address_to_check
            where address_id = :addressId and account_id = :accountId
            """)
        .param("addressId", addressId)
        .param("accountId", by.accountId())
        .update();
  }
}
