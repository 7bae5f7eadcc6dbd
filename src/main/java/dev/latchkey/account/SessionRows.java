package dev.latchkey.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The table of sessions. Everything joins the caller's transaction. */
@Component
class SessionRows {
  private static final String RUNNING =
      """
       ended_at is null
         and (kept_until > :now or (last_used_at > :idleSince and created_at > :createdAfter))
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Duration idle;
  private final Duration lifetime;

  /**
   * @param idle after how long without use a session is over
   * @param lifetime after how long it is over in any case
   */
  SessionRows(
      JdbcClient jdbc,
      Clock clock,
      @Value("${latchkey.session.idle:PT30M}") Duration idle,
      @Value("${latchkey.session.lifetime:PT12H}") Duration lifetime) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.idle = idle;
    this.lifetime = lifetime;
  }

  void insert(String accountId, String tokenHash, String device, SessionKind kind) {
    jdbc.sql(
            """
            insert into session (id, account_id, token_hash, device, kind, created_at,
              authenticated_at, last_used_at)
            values (:id, :accountId, :tokenHash, :device, :kind, :now, :now, :now)
            """)
        .param("id", UUID.randomUUID().toString())
        .param("accountId", accountId)
        .param("tokenHash", tokenHash)
        .param("device", device)
        .param("kind", kind.name())
        .param("now", now())
        .update();
  }

  Optional<Session> byTokenHash(String tokenHash) {
    return running("select * from session where token_hash = :tokenHash and" + RUNNING)
        .param("tokenHash", tokenHash)
        .query(SessionRows::session)
        .optional();
  }

  /** The account's running sessions, the one last used first. */
  List<Session> ofAccount(String accountId) {
    return running(
            "select * from session where account_id = :accountId and"
                + RUNNING
                + " order by last_used_at desc, created_at desc, id")
        .param("accountId", accountId)
        .query(SessionRows::session)
        .list();
  }

  /** Ids of the sessions that were not ended, also of those that have run out meanwhile. */
  List<String> idsOfAccount(String accountId) {
    return jdbc.sql("select id from session where account_id = :accountId and ended_at is null")
        .param("accountId", accountId)
        .query(String.class)
        .list();
  }

  Optional<String> idOf(String tokenHash) {
    return jdbc.sql("select id from session where token_hash = :tokenHash and ended_at is null")
        .param("tokenHash", tokenHash)
        .query(String.class)
        .optional();
  }

  boolean touch(String id) {
    return changed("update session set last_used_at = :now where id = :id and ended_at is null", id)
        == 1;
  }

  boolean end(String id) {
    return changed("update session set ended_at = :now where id = :id and ended_at is null", id)
        == 1;
  }

  /** Makes another token the only one that works, and notes that the person just signed in. */
  boolean renew(String id, String tokenHash) {
    return jdbc.sql(
                """
                update session
                set token_hash = :tokenHash, authenticated_at = :now, last_used_at = :now
                where id = :id and ended_at is null
                """)
            .param("tokenHash", tokenHash)
            .param("now", now())
            .param("id", id)
            .update()
        == 1;
  }

  void keep(String id, Instant until) {
    jdbc.sql("update session set kept_until = :until where id = :id and ended_at is null")
        .param("until", Timestamp.from(until))
        .param("id", id)
        .update();
  }

  /** No longer kept, but not ended at once by its age either. */
  void keepNoLonger(String id) {
    keep(id, clock.instant().plus(idle));
  }

  private StatementSpec running(String sql) {
    return jdbc.sql(sql)
        .param("now", now())
        .param("idleSince", Timestamp.from(clock.instant().minus(idle)))
        .param("createdAfter", Timestamp.from(clock.instant().minus(lifetime)));
  }

  private int changed(String sql, String id) {
    return jdbc.sql(sql).param("now", now()).param("id", id).update();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static Session session(ResultSet row, int number) throws SQLException {
    return new Session(
        row.getString("id"),
        row.getString("account_id"),
        row.getString("device"),
        SessionKind.valueOf(row.getString("kind")),
        time(row, "created_at"),
        time(row, "authenticated_at"),
        time(row, "last_used_at"));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
