package dev.latchkey.account;

import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.AccountStatus;
import dev.latchkey.secret.Tokens;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sessions of signed-in account holders. The token is a bearer secret of 256 bits and only its hash
 * is stored. Everything joins the caller's transaction.
 */
@Component
public class Sessions {
  private static final int LONGEST_DEVICE = 300;

  private final JdbcClient jdbc;
  private final AccountDirectory directory;
  private final Clock clock;
  private final Duration idle;
  private final Duration lifetime;

  /**
   * @param idle after how long without use a session is over
   * @param lifetime after how long it is over in any case
   */
  Sessions(
      JdbcClient jdbc,
      AccountDirectory directory,
      Clock clock,
      @Value("${latchkey.session.idle:PT30M}") Duration idle,
      @Value("${latchkey.session.lifetime:PT12H}") Duration lifetime) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.clock = clock;
    this.idle = idle;
    this.lifetime = lifetime;
  }

  /**
   * Starts a session and returns its token, the only time that it is known.
   *
   * @param device for the account holder's list of sessions; cut to 300 characters; may be null
   */
  public String start(String accountId, String device) {
    String token = Tokens.create();
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.sql(
            """
            insert into session (id, account_id, token_hash, device, created_at, last_used_at)
            values (:id, :accountId, :tokenHash, :device, :now, :now)
            """)
        .param("id", UUID.randomUUID().toString())
        .param("accountId", accountId)
        .param("tokenHash", Tokens.hash(token))
        .param("device", shortened(device))
        .param("now", now)
        .update();
    return token;
  }

  /**
   * The running session of this token; using it keeps it from running idle. Empty also once the
   * account is disabled.
   */
  public Optional<Session> find(String token) {
    return read(Tokens.hash(token))
        .filter(session -> active(session.accountId()))
        .filter(session -> touch(session.id()));
  }

  /** Ends the session of this token; does nothing if there is none. */
  public void end(String token) {
    jdbc.sql(
            """
            update session set ended_at = :now
            where token_hash = :tokenHash and ended_at is null
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("tokenHash", Tokens.hash(token))
        .update();
  }

  /** Ends every session of the account and returns how many there were. */
  public int endAll(String accountId) {
    return jdbc.sql(
            """
            update session set ended_at = :now
            where account_id = :accountId and ended_at is null
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("accountId", accountId)
        .update();
  }

  private Optional<Session> read(String tokenHash) {
    return jdbc.sql(
            """
            select * from session
            where token_hash = :tokenHash and ended_at is null
              and last_used_at > :idleSince and created_at > :createdAfter
            """)
        .param("tokenHash", tokenHash)
        .param("idleSince", Timestamp.from(clock.instant().minus(idle)))
        .param("createdAfter", Timestamp.from(clock.instant().minus(lifetime)))
        .query(
            (row, number) ->
                new Session(
                    row.getString("id"),
                    row.getString("account_id"),
                    row.getString("device"),
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    row.getObject("last_used_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  private boolean active(String accountId) {
    return directory
        .findById(accountId)
        .filter(account -> account.status() == AccountStatus.ACTIVE)
        .isPresent();
  }

  private boolean touch(String id) {
    return jdbc.sql("update session set last_used_at = :now where id = :id and ended_at is null")
            .param("now", Timestamp.from(clock.instant()))
            .param("id", id)
            .update()
        == 1;
  }

  private static String shortened(String device) {
    return device == null || device.length() <= LONGEST_DEVICE
        ? device
        : device.substring(0, LONGEST_DEVICE);
  }
}
