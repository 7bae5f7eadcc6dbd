package dev.latchkey.proof;

import dev.latchkey.secret.ServerKey;
import dev.latchkey.secret.SlowHash;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Passwords for apps that cannot show a second step: random, for one app, used once within an hour.
 * They are letters alone, so that none looks like a backup code. Found by a keyed hash and checked
 * against a slow one. Everything joins the caller's transaction.
 */
@Component
public class TemporaryPasswords {
  /** How many of an account can be unused at a time. */
  public static final int MOST_ACTIVE = 5;

  private static final Duration LIFE = Duration.ofHours(1);

  /** 23 letters, none of which is taken for a digit: four groups of five make 90 bits. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz";

  private static final int GROUPS = 4;
  private static final int GROUP_LENGTH = 5;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;
  private final SlowHash hash;
  private final ServerKey key;
  private final Clock clock;

  TemporaryPasswords(JdbcClient jdbc, SlowHash hash, ServerKey key, Clock clock) {
    this.jdbc = jdbc;
    this.hash = hash;
    this.key = key;
    this.clock = clock;
  }

  private record Row(String id, String app, String passwordHash) {}

  /**
   * Makes one.
   *
   * @param app what it is for, 1 to 60 characters
   * @return the password in clear, to be shown once; empty if there are too many unused ones
   */
  public Optional<String> make(String accountId, String app) {
    if (active(accountId).size() >= MOST_ACTIVE) {
      return Optional.empty();
    }
    String letters = random();
    jdbc.sql(
            """
            insert into temporary_password
              (id, account_id, app, lookup, password_hash, state, created_at, expires_at)
            values (:id, :accountId, :app, :lookup, :hash, 'ACTIVE', :now, :expiresAt)
            """)
        .param("id", UUID.randomUUID().toString())
        .param("accountId", accountId)
        .param("app", app)
        .param("lookup", lookup(accountId, letters))
        .param("hash", hash.of(letters))
        .param("now", now())
        .param("expiresAt", Timestamp.from(clock.instant().plus(LIFE)))
        .update();
    return Optional.of(letters.replaceAll("(.{5})(?=.)", "$1-"));
  }

  /** Those that can still be used, newest first. */
  public List<TemporaryPassword> active(String accountId) {
    return jdbc.sql(
            """
            select * from temporary_password
            where account_id = :accountId and state = 'ACTIVE' and expires_at > :now
            order by created_at desc, id
            """)
        .param("accountId", accountId)
        .param("now", now())
        .query(
            (row, number) ->
                new TemporaryPassword(
                    row.getString("id"),
                    row.getString("app"),
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    row.getObject("expires_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /**
   * Uses one up. One slow hash whatever was typed, for unknown accounts too; of several uses at the
   * same moment exactly one counts.
   *
   * @param accountId null for no account
   * @param typed letter case, spaces and hyphens do not matter
   * @return the app that it was made for, or empty
   */
  public Optional<String> use(String accountId, String typed) {
    String letters = letters(typed);
    Optional<Row> row = find(accountId == null ? "" : accountId, letters);
    boolean right = hash.matches(letters, row.map(Row::passwordHash).orElse(null));
    return row.filter(found -> right && end(found.id(), "USED")).map(Row::app);
  }

  /** Ends one of this account that was not used; false if there is none. */
  public boolean revoke(String accountId, String id) {
    boolean own = active(accountId).stream().anyMatch(password -> password.id().equals(id));
    return own && end(id, "REVOKED");
  }

  /** Ends all of the account. */
  public void endAll(String accountId) {
    jdbc.sql(
            """
            update temporary_password set state = 'REVOKED', ended_at = :now
            where account_id = :accountId and state = 'ACTIVE'
            """)
        .param("now", now())
        .param("accountId", accountId)
        .update();
  }

  private Optional<Row> find(String accountId, String letters) {
    return jdbc.sql(
            """
            select id, app, password_hash from temporary_password
            where lookup = :lookup and account_id = :accountId and state = 'ACTIVE'
              and expires_at > :now
            """)
        .param("lookup", lookup(accountId, letters))
        .param("accountId", accountId)
        .param("now", now())
        .query(
            (row, number) ->
                new Row(row.getString("id"), row.getString("app"), row.getString("password_hash")))
        .optional();
  }

  private boolean end(String id, String state) {
    return jdbc.sql(
                """
                update temporary_password set state = :state, ended_at = :now
                where id = :id and state = 'ACTIVE' and expires_at > :now
                """)
            .param("state", state)
            .param("now", now())
            .param("id", id)
            .update()
        == 1;
  }

  private String lookup(String accountId, String letters) {
    return key.hash("temporary password", accountId, letters);
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static String letters(String typed) {
    return TypedDigits.normalise(Normalizer.normalize(typed, Normalizer.Form.NFKC))
        .toLowerCase(Locale.ROOT);
  }

  private static String random() {
    StringBuilder letters = new StringBuilder(GROUPS * GROUP_LENGTH);
    for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
      letters.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return letters.toString();
  }
}
