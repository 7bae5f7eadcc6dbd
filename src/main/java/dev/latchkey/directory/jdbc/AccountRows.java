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

  AccountRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Account> byId(String accountId) {
    List<Address> addresses = addresses(accountId);
    return jdbc.sql("select * from account where id = :id")
        .param("id", accountId)
        .query((row, number) -> account(row, addresses))
        .optional();
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

  private List<Address> addresses(String accountId) {
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

  private static Account account(ResultSet row, List<Address> addresses) throws SQLException {
    return new Account(
        row.getString("id"),
        row.getString("user_name"),
        row.getString("display_name"),
        Locale.forLanguageTag(row.getString("locale")),
        AccountStatus.valueOf(row.getString("status")),
        AccountKind.valueOf(row.getString("kind")),
        row.getBoolean("second_factor"),
        addresses);
  }
}
