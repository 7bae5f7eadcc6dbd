package dev.latchkey.account;

import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.AccountStatus;
import dev.latchkey.proof.LoginRequests;
import dev.latchkey.secret.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sessions of signed-in account holders. The token is a bearer secret of 256 bits and only its hash
 * is stored. A session that ends takes its login requests with it: nobody can approve there any
 * more. Everything joins the caller's transaction.
 */
@Component
public class Sessions {
  private static final int LONGEST_DEVICE = 300;
  private static final Duration RECENT = Duration.ofMinutes(10);

  private final SessionRows rows;
  private final LoginRequests loginRequests;
  private final AccountDirectory directory;
  private final Activity activity;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Sessions(
      SessionRows rows,
      LoginRequests loginRequests,
      AccountDirectory directory,
      Activity activity,
      PlatformTransactionManager manager,
      Clock clock) {
    this.rows = rows;
    this.loginRequests = loginRequests;
    this.directory = directory;
    this.activity = activity;
    this.transaction = new TransactionTemplate(manager);
    this.clock = clock;
  }

  /**
   * Starts a browser's session and returns its token, the only time that it is known.
   *
   * @param device for the account holder's list of sessions; cut to 300 characters; may be null
   */
  public String start(String accountId, String device) {
    return start(accountId, device, SessionKind.BROWSER);
  }

  /** As {@link #start(String, String)}, for a client of this kind. */
  public String start(String accountId, String device, SessionKind kind) {
    String token = Tokens.create();
    transaction.executeWithoutResult(
        status -> {
          rows.insert(accountId, Tokens.hash(token), shortened(device), kind);
          activity.signedIn(accountId, device);
        });
    return token;
  }

  /**
   * The running session of this token; using it keeps it from running idle. Empty also once the
   * account is disabled.
   */
  public Optional<Session> find(String token) {
    return rows.byTokenHash(Tokens.hash(token))
        .filter(session -> active(session.accountId()))
        .filter(session -> rows.touch(session.id()));
  }

  /** The account's running sessions, the one last used first. */
  public List<Session> list(String accountId) {
    return rows.ofAccount(accountId);
  }

  /**
   * Whether the person signed in, or did so again, within the last 10 minutes: only then may they
   * change how the account is protected.
   */
  public boolean recentlyAuthenticated(Session session) {
    return session.authenticatedAt().isAfter(clock.instant().minus(RECENT));
  }

  /**
   * The person has just shown again who they are: gives the session a new token and makes the old
   * one useless, in case somebody else knew it.
   *
   * @return the new token, or empty if the session is over
   */
  public Optional<String> renew(Session session) {
    String token = Tokens.create();
    return rows.renew(session.id(), Tokens.hash(token)) ? Optional.of(token) : Optional.empty();
  }

  /** Ends the session of this token; does nothing if there is none. */
  public void end(String token) {
    transaction.executeWithoutResult(
        status -> rows.idOf(Tokens.hash(token)).ifPresent(this::endById));
  }

  /** Ends a session of this account; false if it has no such session. */
  public boolean end(String accountId, String sessionId) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> rows.idsOfAccount(accountId).contains(sessionId) && endById(sessionId)));
  }

  /** Ends every session of the account and returns how many there were. */
  public int endAll(String accountId) {
    return endAllBut(accountId, null);
  }

  /** Ends all sessions of its account but this one, and returns how many there were. */
  public int endOthers(Session session) {
    return endAllBut(session.accountId(), session.id());
  }

  /** Lets the session live until then even if nobody uses it. */
  void keep(Session session, Instant until) {
    rows.keep(session.id(), until);
  }

  /** The session lives as others do again. */
  void keepNoLonger(Session session) {
    rows.keepNoLonger(session.id());
  }

  private int endAllBut(String accountId, String keptId) {
    return transaction.execute(
        status ->
            (int)
                rows.idsOfAccount(accountId).stream()
                    .filter(id -> !id.equals(keptId))
                    .filter(this::endById)
                    .count());
  }

  private boolean endById(String id) {
    loginRequests.disable(id);
    return rows.end(id);
  }

  private boolean active(String accountId) {
    return directory
        .findById(accountId)
        .filter(account -> account.status() == AccountStatus.ACTIVE)
        .isPresent();
  }

  private static String shortened(String device) {
    return device == null || device.length() <= LONGEST_DEVICE
        ? device
        : device.substring(0, LONGEST_DEVICE);
  }
}
