package dev.latchkey.proof;

import dev.latchkey.proof.LoginRequest.State;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Requests to approve a sign-in or recovery on a device that is signed in. Whoever asks is shown
 * two digits, and the approving device has to be told them: a request that somebody else caused
 * cannot be approved by pressing a button in haste. Everything joins the caller's transaction.
 */
@Component
public class LoginRequests {
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final Duration REST_AFTER_DENIAL = Duration.ofMinutes(10);
  private static final int MOST_OPEN = 3;
  private static final int MOST_TRIES = 3;
  private static final int NUMBERS = 100;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final LoginRequestRows rows;
  private final LoginDeviceRows devices;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Duration deviceLifetime;

  /**
   * @param deviceLifetime how long a device takes login requests until it signs in anew
   */
  LoginRequests(
      LoginRequestRows rows,
      LoginDeviceRows devices,
      ApplicationEventPublisher events,
      PlatformTransactionManager manager,
      Clock clock,
      @Value("${latchkey.session.device-lifetime:P30D}") Duration deviceLifetime) {
    this.rows = rows;
    this.devices = devices;
    this.events = events;
    this.transaction = new TransactionTemplate(manager);
    this.clock = clock;
    this.deviceLifetime = deviceLifetime;
  }

  /** What became of an approval. */
  public enum Approval {
    APPROVED,
    /** Not the number that is shown to the one who asks; may be typed again. */
    WRONG_NUMBER,
    /** Answered, closed or run out already, or no request that this session may answer. */
    DEAD
  }

  /**
   * As {@link #open}, for somebody who has shown the password: requests of guests make room for it,
   * so that a stranger's do not keep the holder from signing in.
   */
  public LoginRequest openAtSignIn(String caseId, String accountId, String device, String network) {
    return open(caseId, accountId, device, network, false);
  }

  /**
   * Asks the account's devices. A number is shown in any case: for a decoy, for an account without
   * a device, and when a limit keeps the request from being listed, the asking side cannot tell.
   * Ends what the case asked for before.
   *
   * @param accountId null for a decoy
   * @param device as the asking client describes itself, or null
   * @param network the asking client's network for display, or null
   */
  public LoginRequest open(String caseId, String accountId, String device, String network) {
    return open(caseId, accountId, device, network, true);
  }

  private LoginRequest open(
      String caseId, String accountId, String device, String network, boolean byGuest) {
    return transaction.execute(
        status -> {
          rows.closeAll(caseId);
          LoginRequest request = fresh(caseId, device, network);
          rows.insert(request, accountId, listed(accountId, byGuest), byGuest);
          return request;
        });
  }

  /** The newest request of this case, with its number, or empty. */
  public Optional<LoginRequest> ofCase(String caseId) {
    return rows.newestOf(caseId);
  }

  /** The requests that the account holder can answer now, newest first, without their numbers. */
  public List<LoginRequest> openOf(String accountId) {
    return rows.answerable(accountId);
  }

  /** Ends what this case still asks for; idempotent. */
  public void closeAll(String caseId) {
    rows.closeAll(caseId);
  }

  /**
   * Approves a request, if the number is that which the asking side sees. The third wrong number
   * ends the request. Of several answers at the same moment exactly one counts.
   *
   * @param sessionId the approving device's session
   * @param typedNumber as typed
   */
  public Approval approve(
      String accountId, String sessionId, String requestId, String typedNumber) {
    return transaction.execute(
        status ->
            mayAnswer(accountId, sessionId) && rows.takeTry(requestId, accountId)
                ? compared(accountId, requestId, TypedDigits.normalise(typedNumber))
                : Approval.DEAD);
  }

  /**
   * Refuses a request; for ten minutes no further one is listed.
   *
   * @return false if there is no request that this session may answer (any more)
   */
  public boolean deny(String accountId, String sessionId, String requestId) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status ->
                mayAnswer(accountId, sessionId) && ended(accountId, requestId, State.DENIED)));
  }

  /** Whether a device of the account takes login requests. */
  public boolean enabled(String accountId) {
    return !devices.of(accountId).isEmpty();
  }

  /** Whether the device with this session takes login requests. */
  public boolean enabledOn(String sessionId) {
    return devices.on(sessionId);
  }

  /**
   * Lets the device with this session take login requests.
   *
   * @return when that ends by itself (UTC)
   */
  public Instant enable(String accountId, String sessionId) {
    Instant until = clock.instant().plus(deviceLifetime);
    transaction.executeWithoutResult(status -> devices.enable(accountId, sessionId, until));
    return until;
  }

  /** The device takes no more login requests; false if it did not. */
  public boolean disable(String sessionId) {
    return devices.disable(sessionId);
  }

  /** No device of the account takes login requests any more; returns how many did. */
  public int disableAll(String accountId) {
    return devices.disableAll(accountId);
  }

  /** One request after the other, so that two at the same moment do not both become the third. */
  private boolean listed(String accountId, boolean byGuest) {
    if (accountId == null || !enabled(accountId)) {
      return false;
    }
    devices.lock(accountId);
    if (rows.deniedWithin(accountId, REST_AFTER_DENIAL, byGuest)) {
      return false;
    }
    if (!byGuest && rows.answerable(accountId).size() >= MOST_OPEN) {
      rows.closeOldestOfGuests(accountId);
    }
    return rows.answerable(accountId).size() < MOST_OPEN;
  }

  private LoginRequest fresh(String caseId, String device, String network) {
    Instant now = clock.instant();
    return new LoginRequest(
        UUID.randomUUID().toString(),
        caseId,
        String.format(Locale.ROOT, "%02d", RANDOM.nextInt(NUMBERS)),
        device,
        network,
        State.OPEN,
        now,
        now.plus(LIFE));
  }

  private boolean mayAnswer(String accountId, String sessionId) {
    return devices.of(accountId).contains(sessionId);
  }

  private Approval compared(String accountId, String requestId, String typed) {
    String number = rows.byId(requestId).orElseThrow().number();
    if (TypedDigits.same(number, typed)) {
      return ended(accountId, requestId, State.APPROVED) ? Approval.APPROVED : Approval.DEAD;
    }
    if (rows.triesOf(requestId) < MOST_TRIES) {
      return Approval.WRONG_NUMBER;
    }
    ended(accountId, requestId, State.CLOSED);
    return Approval.DEAD;
  }

  private boolean ended(String accountId, String requestId, State state) {
    boolean won = rows.end(requestId, accountId, state);
    if (won) {
      rows.byId(requestId)
          .ifPresent(request -> events.publishEvent(new LoginRequestAnswered(request.caseId())));
    }
    return won;
  }
}
