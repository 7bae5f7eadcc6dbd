package dev.latchkey.proof;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.bouncycastle.util.encoders.Base32;
import org.springframework.stereotype.Component;

/**
 * Sets an authenticator app up in two steps: a secret for the app, then the first code of the app.
 * Until that code came, an earlier app goes on working, so that nobody is locked out by a scan that
 * failed. Everything joins the caller's transaction.
 */
@Component
public class AppSetup {
  /** How long a secret waits for its first code. */
  private static final Duration WAIT = Duration.ofHours(1);

  private final AppFactors factors;
  private final TimeSteps steps;
  private final Attempts attempts;
  private final Clock clock;

  AppSetup(AppFactors factors, TimeSteps steps, Attempts attempts, Clock clock) {
    this.factors = factors;
    this.steps = steps;
    this.attempts = attempts;
    this.clock = clock;
  }

  /** Makes a new secret that waits for its first code; one that waited before is dropped. */
  public void begin(String accountId) {
    factors.retire(accountId, AppFactors.PENDING);
    factors.insert(accountId, AuthenticatorApp.newSecret(), AppFactors.PENDING);
  }

  /** The secret that waits for its first code, 160 bits in Base32; empty an hour after begin. */
  public Optional<String> secret(String accountId) {
    return waiting(accountId).map(app -> Base32.toBase32String(app.key().getEncoded()));
  }

  /**
   * Checks the first code and puts the new app in the place of the old one. The code is used up by
   * that: it does not sign in afterwards. Tries are not counted, since whoever types here was just
   * shown the secret itself.
   *
   * @return {@link CheckOutcome#ACCEPTED} for exactly one caller, {@link CheckOutcome#CLOCK_OFF} or
   *     {@link CheckOutcome#WRONG}; {@link CheckOutcome#EXPIRED} if no secret waits
   */
  public CheckOutcome confirm(String accountId, String typed) {
    Optional<AppFactors.Factor> waiting = waiting(accountId);
    if (waiting.isEmpty()) {
      return CheckOutcome.EXPIRED;
    }
    OptionalLong step = steps.find(waiting.get().key(), TypedDigits.normalise(typed));
    if (step.isEmpty()) {
      return CheckOutcome.WRONG;
    }
    if (!steps.counts(step.getAsLong())) {
      return CheckOutcome.CLOCK_OFF;
    }
    String id = waiting.get().id();
    if (!factors.activate(id, step.getAsLong())) {
      return CheckOutcome.EXPIRED;
    }
    factors.retireExcept(id, accountId, AppFactors.ACTIVE);
    attempts.setUpAgain(accountId, Way.AUTHENTICATOR_APP);
    return CheckOutcome.ACCEPTED;
  }

  private Optional<AppFactors.Factor> waiting(String accountId) {
    return factors
        .find(accountId, AppFactors.PENDING)
        .filter(app -> app.createdAt().plus(WAIT).isAfter(clock.instant()));
  }
}
