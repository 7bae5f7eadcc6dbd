package dev.latchkey.proof;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The devices that take login requests: factors whose id is that of the device's session, so that
 * one goes with the other. Everything joins the caller's transaction.
 */
@Component
class LoginDeviceRows {
  private final JdbcClient jdbc;
  private final Clock clock;

  LoginDeviceRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void enable(String accountId, String sessionId, Instant until) {
    int known =
        jdbc.sql(
                """
                update factor set state = 'ACTIVE', expires_at = :until
                where id = :id and account_id = :accountId and kind = :kind
                """)
            .param("until", Timestamp.from(until))
            .param("id", sessionId)
            .param("accountId", accountId)
            .param("kind", Way.LOGIN_REQUEST.key())
            .update();
    if (known == 0) {
      insert(accountId, sessionId, until);
    }
  }

  boolean disable(String sessionId) {
    return jdbc.sql(
                """
                update factor set state = 'REMOVED'
                where id = :id and kind = :kind and state = 'ACTIVE'
                """)
            .param("id", sessionId)
            .param("kind", Way.LOGIN_REQUEST.key())
            .update()
        == 1;
  }

  int disableAll(String accountId) {
    return jdbc.sql(
            """
            update factor set state = 'REMOVED'
            where account_id = :accountId and kind = :kind and state = 'ACTIVE'
            """)
        .param("accountId", accountId)
        .param("kind", Way.LOGIN_REQUEST.key())
        .update();
  }

  /** The account's devices. */
  List<String> of(String accountId) {
    return jdbc.sql(
            """
            select id from factor
            where account_id = :accountId and kind = :kind and state = 'ACTIVE'
              and expires_at > :now
            order by id
            """)
        .param("accountId", accountId)
        .param("kind", Way.LOGIN_REQUEST.key())
        .param("now", Timestamp.from(clock.instant()))
        .query(String.class)
        .list();
  }

  boolean on(String sessionId) {
    return jdbc.sql(
                """
                select count(*) from factor
                where id = :id and kind = :kind and state = 'ACTIVE' and expires_at > :now
                """)
            .param("id", sessionId)
            .param("kind", Way.LOGIN_REQUEST.key())
            .param("now", Timestamp.from(clock.instant()))
            .query(Integer.class)
            .single()
        == 1;
  }

  /** Holds up whoever does the same for this account until the transaction ends. */
  void lock(String accountId) {
    jdbc.sql(
            """
            select id from factor
            where account_id = :accountId and kind = :kind and state = 'ACTIVE'
            order by id for update
            """)
        .param("accountId", accountId)
        .param("kind", Way.LOGIN_REQUEST.key())
        .query(String.class)
        .list();
  }

  private void insert(String accountId, String sessionId, Instant until) {
    jdbc.sql(
            """
            insert into factor (id, account_id, kind, state, secret, created_at, expires_at)
            values (:id, :accountId, :kind, 'ACTIVE', null, :now, :until)
            """)
        .param("id", sessionId)
        .param("accountId", accountId)
        .param("kind", Way.LOGIN_REQUEST.key())
        .param("now", Timestamp.from(clock.instant()))
        .param("until", Timestamp.from(until))
        .update();
  }
}
