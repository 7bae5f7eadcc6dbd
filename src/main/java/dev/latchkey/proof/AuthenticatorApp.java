package dev.latchkey.proof;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.latchkey.secret.ServerKey;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Codes of an authenticator app (TOTP, RFC 6238: six digits, 30 seconds, SHA-1 as all apps know
 * it). The code of the step before and after the present one counts as well; none counts twice.
 */
@Component
public class AuthenticatorApp {
  private static final int SECRET_BYTES = 20;
  private static final int STEPS_EITHER_WAY = 1;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final TimeBasedOneTimePasswordGenerator totp = new TimeBasedOneTimePasswordGenerator();
  private final JdbcClient jdbc;
  private final FactorSecrets secrets;
  private final ServerKey serverKey;
  private final Attempts attempts;
  private final TransactionTemplate transaction;
  private final Clock clock;

  AuthenticatorApp(
      JdbcClient jdbc,
      FactorSecrets secrets,
      ServerKey serverKey,
      Attempts attempts,
      PlatformTransactionManager manager,
      Clock clock) {
    this.jdbc = jdbc;
    this.secrets = secrets;
    this.serverKey = serverKey;
    this.attempts = attempts;
    this.transaction = new TransactionTemplate(manager);
    this.clock = clock;
  }

  private record Factor(String id, SecretKey key) {}

  /**
   * Gives the account a new app secret; an earlier one stops working. Joins the transaction.
   *
   * @return 160 random bits in Base32, to be shown once
   */
  public String enrol(String accountId) {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    transaction.executeWithoutResult(
        status -> {
          retire(accountId);
          insert(accountId, secret);
          attempts.setUpAgain(accountId, Way.AUTHENTICATOR_APP);
        });
    return Base32.toBase32String(secret);
  }

  /** Whether the account has an app. */
  public boolean enrolled(String accountId) {
    return jdbc.sql(
                """
                select count(*) from factor
                where account_id = :accountId and kind = :kind and state = 'ACTIVE'
                """)
            .param("accountId", accountId)
            .param("kind", Way.AUTHENTICATOR_APP.key())
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Takes the app off the account: its codes stop working. Joins the transaction; idempotent. */
  public void remove(String accountId) {
    retire(accountId);
  }

  /**
   * Checks a submitted code and uses its time step up if it is right. Joins the transaction. The
   * last try that is not accepted is {@link CheckOutcome#EXHAUSTED}.
   *
   * @param accountId null for a decoy; treated like an account without an app
   */
  public CheckOutcome check(String accountId, Submission submission) {
    Attempt attempt = submission.attempt();
    if (!attempt.granted()) {
      return CheckOutcome.EXHAUSTED;
    }
    boolean right = Boolean.TRUE.equals(transaction.execute(status -> look(accountId, submission)));
    if (right) {
      return CheckOutcome.ACCEPTED;
    }
    return attempt.last() ? CheckOutcome.EXHAUSTED : CheckOutcome.WRONG;
  }

  private boolean look(String accountId, Submission submission) {
    Attempt attempt = submission.attempt();
    Factor factor = find(accountId == null ? "" : accountId);
    OptionalLong step = matchingStep(factor.key(), TypedDigits.normalise(submission.code()));
    return step.isPresent()
        && attempt.way() == Way.AUTHENTICATOR_APP
        && Attempts.at(accountId, attempt.subject())
        && useStep(factor.id(), step.getAsLong());
  }

  private OptionalLong matchingStep(SecretKey key, String typed) {
    long now = clock.instant().getEpochSecond() / totp.getTimeStep().toSeconds();
    return LongStream.rangeClosed(now - STEPS_EITHER_WAY, now + STEPS_EITHER_WAY)
        .filter(step -> TypedDigits.same(codeAt(key, step), typed))
        .max();
  }

  private String codeAt(SecretKey key, long step) {
    try {
      Instant time = Instant.ofEpochSecond(step * totp.getTimeStep().toSeconds());
      return totp.generateOneTimePasswordString(key, time);
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** True for the one caller that uses this step; later steps make earlier ones unusable. */
  private boolean useStep(String factorId, long step) {
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

  /** Without an app on the account: a secret that nobody knows, so that the work is the same. */
  private Factor find(String accountId) {
    return jdbc.sql(
            """
            select id, secret from factor
            where account_id = :accountId and kind = :kind and state = 'ACTIVE'
            """)
        .param("accountId", accountId)
        .param("kind", Way.AUTHENTICATOR_APP.key())
        .query(
            (row, number) -> {
              String id = row.getString("id");
              return new Factor(id, key(secrets.decrypt(id, row.getString("secret"))));
            })
        .optional()
        .orElseGet(() -> new Factor("", key(serverKey.mac("no authenticator app", accountId))));
  }

  private static SecretKey key(byte[] secret) {
    return new SecretKeySpec(secret, "RAW");
  }

  private void retire(String accountId) {
    jdbc.sql(
            """
            update factor set state = 'REPLACED', secret = null
            where account_id = :accountId and kind = :kind and state = 'ACTIVE'
            """)
        .param("accountId", accountId)
        .param("kind", Way.AUTHENTICATOR_APP.key())
        .update();
  }

  private void insert(String accountId, byte[] secret) {
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into factor (id, account_id, kind, state, secret, created_at)
            values (:id, :accountId, :kind, 'ACTIVE', :secret, :now)
            """)
        .param("id", id)
        .param("accountId", accountId)
        .param("kind", Way.AUTHENTICATOR_APP.key())
        .param("secret", secrets.encrypt(id, secret))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }
}
