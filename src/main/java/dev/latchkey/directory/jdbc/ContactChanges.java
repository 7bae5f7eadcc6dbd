package dev.latchkey.directory.jdbc;

import dev.latchkey.directory.AccountHistory;
import dev.latchkey.directory.Address;
import dev.latchkey.directory.AddressKind;
import dev.latchkey.secret.ServerKey;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When contact data changed. Of addresses that went only a keyed hash is kept, enough to recognise
 * one that somebody names. Everything joins the caller's transaction.
 */
@Component
class ContactChanges implements AccountHistory {
  private final JdbcClient jdbc;
  private final ServerKey key;
  private final Clock clock;

  ContactChanges(JdbcClient jdbc, ServerKey key, Clock clock) {
    this.jdbc = jdbc;
    this.key = key;
    this.clock = clock;
  }

  void added(String accountId, Address address) {
    note(accountId, "ADDED", address);
  }

  void removed(String accountId, Address address) {
    note(accountId, "REMOVED", address);
  }

  @Override
  public Optional<Instant> openedAt(String accountId) {
    return time("select created_at as at from account where id = :accountId", accountId);
  }

  @Override
  public Optional<Instant> contactChangedAt(String accountId) {
    return time(
        """
        select at from contact_change where account_id = :accountId
        order by at desc fetch first 1 rows only
        """,
        accountId);
  }

  @Override
  public boolean remembersAddresses(String accountId) {
    return count(accountId, null) > 0;
  }

  @Override
  public boolean hadAddress(String accountId, AddressKind kind, String value) {
    return count(accountId, hash(accountId, kind, value)) > 0;
  }

  private void note(String accountId, String what, Address address) {
    jdbc.sql(
            """
            insert into contact_change (id, account_id, what, address_hash, at)
            values (:id, :accountId, :what, :hash, :now)
            """)
        .param("id", UUID.randomUUID().toString())
        .param("accountId", accountId)
        .param("what", what)
        .param("hash", hash(accountId, address.kind(), address.value()))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /** How many addresses went; with any hash for null. */
  private int count(String accountId, String hash) {
    return jdbc.sql(
            """
            select count(*) from contact_change
            where account_id = :accountId and what = 'REMOVED'
              and address_hash = coalesce(:hash, address_hash)
            """)
        .param("accountId", accountId)
        .param("hash", hash, java.sql.Types.VARCHAR)
        .query(Integer.class)
        .single();
  }

  private Optional<Instant> time(String sql, String accountId) {
    return jdbc.sql(sql)
        .param("accountId", accountId)
        .query((row, number) -> row.getObject("at", OffsetDateTime.class).toInstant())
        .optional();
  }

  private String hash(String accountId, AddressKind kind, String value) {
    return key.hash("contact", accountId, kind.name(), value);
  }
}
