package dev.latchkey.directory.jdbc;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountStatus;
import dev.latchkey.directory.Address;
import dev.latchkey.directory.PasswordHash;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Enters accounts into the built-in directory. Everything joins the caller's transaction. */
@Component
public class AccountRegister {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  AccountRegister(JdbcClient jdbc, PlatformTransactionManager manager, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(manager);
    this.clock = clock;
  }

  /** Whether there is no account at all, as at the first start. */
  public boolean empty() {
    return jdbc.sql("select count(*) from account").query(Integer.class).single() == 0;
  }

  /**
   * Adds an account with its addresses. User name and e-mail addresses are kept in lower case,
   * since they are looked up so; phone numbers must be in E.164 form. Fails if the id or user name
   * is taken.
   *
   * @param password null for an account that must be recovered before it can be used
   */
  public void add(Account account, PasswordHash password) {
    transaction.executeWithoutResult(
        status -> {
          insert(account, password);
          List<Address> addresses = account.addresses();
          for (int i = 0; i < addresses.size(); i++) {
            insert(account.id(), addresses.get(i), i);
          }
        });
  }

  /** Closes or reopens an account. Fails for an unknown id. */
  public void changeStatus(String accountId, AccountStatus status) {
    int changed =
        jdbc.sql("update account set status = :status where id = :id")
            .param("status", status.name())
            .param("id", accountId)
            .update();
    if (changed != 1) {
      throw new IllegalArgumentException("No account " + accountId);
    }
  }

  private void insert(Account account, PasswordHash password) {
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.sql(
            """
            insert into account (id, user_name, display_name, locale, status, kind, second_factor,
              password_hash, password_set_at, created_at)
            values (:id, :userName, :displayName, :locale, :status, :kind, :secondFactor,
              :passwordHash, :passwordSetAt, :now)
            """)
        .param("id", account.id())
        .param("userName", account.userName().toLowerCase(Locale.ROOT))
        .param("displayName", account.displayName())
        .param("locale", account.locale().toLanguageTag())
        .param("status", account.status().name())
        .param("kind", account.kind().name())
        .param("secondFactor", account.secondFactor())
        .param("passwordHash", password == null ? null : password.encoded())
        .param("passwordSetAt", password == null ? null : now)
        .param("now", now)
        .update();
  }

  private void insert(String accountId, Address address, int position) {
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.sql(
            """
            insert into account_address
              (id, account_id, kind, address, verified_at, notify, position)
            values (:id, :accountId, :kind, :address, :verifiedAt, :notify, :position)
            """)
        .param("id", address.id())
        .param("accountId", accountId)
        .param("kind", address.kind().name())
        .param("address", address.value().toLowerCase(Locale.ROOT))
        .param("verifiedAt", address.verified() ? now : null)
        .param("notify", address.notified())
        .param("position", position)
        .update();
  }
}
