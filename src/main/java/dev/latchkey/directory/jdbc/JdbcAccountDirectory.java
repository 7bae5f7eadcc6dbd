package dev.latchkey.directory.jdbc;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.AccountStatus;
import dev.latchkey.directory.Address;
import dev.latchkey.directory.AddressKind;
import dev.latchkey.directory.Identifier;
import dev.latchkey.directory.PasswordHash;
import dev.latchkey.directory.PasswordPolicy;
import dev.latchkey.directory.PasswordText;
import dev.latchkey.secret.SlowHash;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The built-in directory: accounts in our own database. */
@Component
class JdbcAccountDirectory implements AccountDirectory {
  private static final String NO_ACCOUNT = "";

  private final JdbcClient jdbc;
  private final AccountRows rows;
  private final AddressRows addresses;
  private final ContactChanges changes;
  private final SlowHash hash;
  private final Clock clock;

  JdbcAccountDirectory(
      JdbcClient jdbc,
      AccountRows rows,
      AddressRows addresses,
      ContactChanges changes,
      SlowHash hash,
      Clock clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.addresses = addresses;
    this.changes = changes;
    this.hash = hash;
    this.clock = clock;
  }

  @Override
  public Optional<Account> find(Identifier identifier) {
    List<Account> named =
        ids(identifier).stream().map(rows::byId).flatMap(Optional::stream).toList();
    if (named.size() <= 1) {
      return named.stream().findFirst();
    }
    List<Account> active =
        named.stream().filter(account -> account.status() == AccountStatus.ACTIVE).toList();
    return active.size() == 1 ? Optional.of(active.get(0)) : Optional.empty();
  }

  @Override
  public Optional<Account> findById(String accountId) {
    return rows.byId(accountId);
  }

  @Override
  public Optional<Account> findToChange(String accountId) {
    rows.lock(accountId);
    return rows.byId(accountId);
  }

  @Override
  public Address addAddress(String accountId, AddressKind kind, String value) {
    Address added = addresses.add(accountId, kind, value);
    changes.added(accountId, added);
    return added;
  }

  @Override
  public Optional<Address> removeAddress(String accountId, String addressId) {
    Optional<Address> removed = addresses.remove(accountId, addressId);
    removed.ifPresent(address -> changes.removed(accountId, address));
    return removed;
  }

  @Override
  public void setLanguage(String accountId, Locale language) {
    set("locale", accountId, language.toLanguageTag());
  }

  @Override
  public void resetPassword(String accountId, PasswordHash newHash) {
    setPassword(accountId, newHash.encoded(), newHash.standsAlone());
  }

  @Override
  public void revokePassword(String accountId) {
    setPassword(accountId, null, null);
  }

  @Override
  public void setSecondFactor(String accountId, boolean on) {
    set("second_factor", accountId, on);
  }

  @Override
  public void leadToSetUp(String accountId, boolean wanted) {
    set("must_set_up_factor", accountId, wanted);
  }

  @Override
  public Optional<Account> authenticate(Identifier identifier, String password) {
    Optional<Account> account = find(identifier);
    String accountId = account.map(Account::id).orElse(NO_ACCOUNT);
    String stored = rows.passwordHash(accountId).orElse(null);
    String normalised = PasswordText.normalise(password);
    if (!hash.matches(normalised, stored)) {
      return Optional.empty();
    }
    noteLength(accountId, stored, PasswordPolicy.standsAlone(normalised));
    return rows.byId(accountId);
  }

  /** Hashes do not tell how long the password is: noted at the first sign-in with it. */
  private void noteLength(String accountId, String stored, boolean standsAlone) {
    jdbc.sql(
            """
            update account set password_stands_alone = :alone
            where id = :id and password_hash = :stored and password_stands_alone is null
            """)
        .param("alone", standsAlone)
        .param("id", accountId)
        .param("stored", stored)
        .update();
  }

  private List<String> ids(Identifier identifier) {
    return switch (identifier.kind()) {
      case EMAIL -> rows.idsByAddress(AddressKind.EMAIL, identifier.candidates());
      case PHONE -> rows.idsByAddress(AddressKind.PHONE, identifier.candidates());
      case USER_NAME -> rows.idsByUserName(identifier.candidates());
    };
  }

  private void set(String column, String accountId, Object value) {
    changed(
        accountId,
        jdbc.sql("update account set " + column + " = :value where id = :id")
            .param("value", value)
            .param("id", accountId)
            .update());
  }

  private void setPassword(String accountId, String encoded, Boolean standsAlone) {
    changed(
        accountId,
        jdbc.sql(
                """
                update account
                set password_hash = :hash, password_set_at = :now, password_stands_alone = :alone
                where id = :id
                """)
            .param("hash", encoded)
            .param("alone", standsAlone)
            .param("now", Timestamp.from(clock.instant()))
            .param("id", accountId)
            .update());
  }

  private static void changed(String accountId, int rows) {
    if (rows != 1) {
      throw new IllegalArgumentException("No account " + accountId);
    }
  }
}
