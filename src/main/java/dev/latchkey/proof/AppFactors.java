package dev.latchkey.proof;

import dev.latchkey.secret.ServerKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of authenticator apps: one active at most, and one that waits for its first code. Rows
 * that no longer count lose their secret. Everything joins the caller's transaction.
 */
@Component
class AppFactors {
  static final String ACTIVE = "ACTIVE";
  static final String PENDING = "PENDING";

  private final JdbcClient jdbc;
  private final FactorSecrets secrets;
  private final ServerKey serverKey;
  private final Clock clock;

  AppFactors(JdbcClient jdbc, FactorSecrets secrets, ServerKey serverKey, Clock clock) {
    this.jdbc = jdbc;
    this.secrets = secrets;
    this.serverKey = serverKey;
    this.clock = clock;
  }

  /**
   * An app's secret.
   *
   * @param lastStep the latest step whose code was used, or {@link Long#MIN_VALUE}
   * @param createdAt UTC
   */
  record Factor(String id, SecretKey key, long lastStep, Instant createdAt) {}

  void insert(String accountId, byte[] secret, String state) {
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into factor (id, account_id, kind, state, secret, created_at)
            values (:id, :accountId, :kind, :state, :secret, :now)
            """)
        .param("id", id)
        .param("accountId", accountId)
        .param("kind", Way.AUTHENTICATOR_APP.key())
        .param("state", state)
        .param("secret", secrets.encrypt(id, secret))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /** The active app; without one, a secret that nobody knows, so that the work is the same. */
  Factor activeOrNone(String accountId) {
    return find(accountId, ACTIVE)
        .orElseGet(
            () ->
                new Factor(
                    "",
                    TimeSteps.key(serverKey.mac("no authenticator app", accountId)),
                    Long.MIN_VALUE,
                    Instant.EPOCH));
  }

  /** The app in this state, or empty. */
  Optional<Factor> find(String accountId, String state) {
    return jdbc.sql(
            """
            select id, secret, last_step, created_at from factor
            where account_id = :accountId and kind = :kind and state = :state
            """)
        .param("accountId", accountId)
        .param("kind", Way.AUTHENTICATOR_APP.key())
        .param("state", state)
        .query((row, number) -> factor(row))
        .optional();
  }

  /** Ends what is in this state; returns how many apps there were. */
  int retire(String accountId, String state) {
    return retireExcept("", accountId, state);
  }

  /** Ends what is in this state, except for the row of this id. */
  int retireExcept(String factorId, String accountId, String state) {
    return jdbc.sql(
            """
            update factor set state = 'REPLACED', secret = null
            where account_id = :accountId and kind = :kind and state = :state and id <> :id
            """)
        .param("accountId", accountId)
        .param("kind", Way.AUTHENTICATOR_APP.key())
        .param("state", state)
        .param("id", factorId)
        .update();
  }

  /** True for the one caller that makes this waiting app the active one; its step is used up. */
  boolean activate(String factorId, long step) {
    return jdbc.sql(
                """
                update factor set state = 'ACTIVE', last_step = :step
                where id = :id and state = 'PENDING'
                """)
            .param("step", step)
            .param("id", factorId)
            .update()
        == 1;
  }

  /** True for the one caller that uses this step; later steps make earlier ones unusable. */
  boolean useStep(String factorId, long step) {
    return jdbc.sql(
                """
                update factor set last_step = :step
                where id = :id and state = 'ACTIVE' and (last_step is null or last_step < :step)
                """)
            .param("step", step)
            .param("id", factorId)
            .update()
        == 1;
  }

  private Factor factor(ResultSet row) throws SQLException {
    String id = row.getString("id");
    long step = row.getLong("last_step");
    long lastStep = row.wasNull() ? Long.MIN_VALUE : step;
    return new Factor(
        id,
        TimeSteps.key(secrets.decrypt(id, row.getString("secret"))),
        lastStep,
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
