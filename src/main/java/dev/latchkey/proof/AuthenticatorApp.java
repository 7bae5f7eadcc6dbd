package dev.latchkey.proof;

import java.security.SecureRandom;
import java.util.OptionalLong;
import org.bouncycastle.util.encoders.Base32;
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
  private static final SecureRandom RANDOM = new SecureRandom();

  private final AppFactors factors;
  private final TimeSteps steps;
  private final Attempts attempts;
  private final TransactionTemplate transaction;

  AuthenticatorApp(
      AppFactors factors, TimeSteps steps, Attempts attempts, PlatformTransactionManager manager) {
    this.factors = factors;
    this.steps = steps;
    this.attempts = attempts;
    this.transaction = new TransactionTemplate(manager);
  }

  /**
   * Gives the account a new app secret at once; an earlier one stops working. Joins the
   * transaction.
   *
   * @return 160 random bits in Base32, to be shown once
   */
  public String enrol(String accountId) {
    byte[] secret = newSecret();
    transaction.executeWithoutResult(
        status -> {
          factors.retire(accountId, AppFactors.ACTIVE);
          factors.insert(accountId, secret, AppFactors.ACTIVE);
          attempts.setUpAgain(accountId, Way.AUTHENTICATOR_APP);
        });
    return Base32.toBase32String(secret);
  }

  /** Whether the account has an app that works. */
  public boolean enrolled(String accountId) {
    return factors.find(accountId, AppFactors.ACTIVE).isPresent();
  }

  /**
   * Takes the app off the account, and one that waits for its first code: its codes stop working.
   * Joins the transaction. False if there was no app.
   */
  public boolean remove(String accountId) {
    factors.retire(accountId, AppFactors.PENDING);
    return factors.retire(accountId, AppFactors.ACTIVE) > 0;
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
    CheckOutcome outcome = transaction.execute(status -> look(accountId, submission));
    return attempt.last() && outcome != CheckOutcome.ACCEPTED ? CheckOutcome.EXHAUSTED : outcome;
  }

  static byte[] newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return secret;
  }

  private CheckOutcome look(String accountId, Submission submission) {
    Attempt attempt = submission.attempt();
    AppFactors.Factor factor = factors.activeOrNone(accountId == null ? "" : accountId);
    OptionalLong step = steps.find(factor.key(), TypedDigits.normalise(submission.code()));
    boolean right =
        step.isPresent()
            && attempt.way() == Way.AUTHENTICATOR_APP
            && Attempts.at(accountId, attempt.subject())
            && step.getAsLong() > factor.lastStep();
    if (!right) {
      return CheckOutcome.WRONG;
    }
    if (!steps.counts(step.getAsLong())) {
      return CheckOutcome.CLOCK_OFF;
    }
    return factors.useStep(factor.id(), step.getAsLong())
        ? CheckOutcome.ACCEPTED
        : CheckOutcome.WRONG;
  }
}
