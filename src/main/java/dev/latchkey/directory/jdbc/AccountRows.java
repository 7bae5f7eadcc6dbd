package dev.latchkey.directory.jdbc;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountKind;
import dev.latchkey.directory.AccountStatus;
import dev.latchkey.directory.Address;
import dev.latchkey.directory.AddressKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads accounts with their addresses. */
@Component
class AccountRows {
  private final JdbcClient jdbc;
  private final AddressRows addresses;

  AccountRows(JdbcClient jdbc, AddressRows addresses) {
    this.jdbc = jdbc;
    this.addresses = addresses;
  }

  Optional<Account> byId(String accountId) {
    List<Address> owned = addresses.of(accountId);
    return jdbc.sql("select * from account where id = :id")
        .param("id", accountId)
        .query((row, number) -> account(row, owned))
        .optional();
  }

  /** Lets other changes of this account wait until the transaction is over. */
  void lock(String accountId) {
    jdbc.sql("select id from account where id = :id for update")
        .param("id", accountId)
        .query(String.class)
        .list();
  }

  /** Ids of the accounts with one of these verified addresses. */
  List<String> idsByAddress(AddressKind kind, List<String> values) {
    return jdbc.sql(
            """
            select a.id from account a
            where a.id in (
              select d.account_id from account_address d
              where d.kind = :kind and d.address in (:values) and d.verified_at is not null)
            order by a.id
            """)
        .param("kind", kind.name())
        .param("values", values)
        .query(String.class)
        .list();
  }

  List<String> idsByUserName(List<String> values) {
    return jdbc.sql("select id from account where user_name in (:values)")
        .param("values", values)
        .query(String.class)
        .list();
  }

  /** The encoded hash, or empty if the account is unknown, disabled or has no password. */
  Optional<String> passwordHash(String accountId) {
    return jdbc.sql(
            """
            select password_hash from account
            where id = :id and status = 'ACTIVE' and password_hash is not null
            """)
        .param("id", accountId)
        .query(String.class)
        .optional();
  }

  private static Account account(ResultSet row, List<Address> addresses) throws SQLException {
    return new Account(
        row.getString("id"),
        row.getString("user_name"),
        row.getString("display_name"),
        Locale.forLanguageTag(row.getString("locale")),
        AccountStatus.valueOf(row.getString("status")),
        AccountKind.valueOf(row.getString("kind")),
        row.getBoolean("second_factor"),
        row.getBoolean("must_set_up_factor"),
        Boolean.FALSE.equals(row.getObject("password_stands_alone", Boolean.class)),
        addresses);
  }
}
