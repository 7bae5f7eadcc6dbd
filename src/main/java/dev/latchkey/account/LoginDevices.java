package dev.latchkey.account;

import dev.latchkey.directory.AccountChange;
import dev.latchkey.directory.AccountChanged;
import dev.latchkey.proof.LoginRequests;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whether a signed-in browser approves sign-ins. Its session then lives on without being used: a
 * device that is signed out after half an hour could approve nothing.
 */
@Component
public class LoginDevices {
  private final LoginRequests requests;
  private final Sessions sessions;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  LoginDevices(
      LoginRequests requests,
      Sessions sessions,
      ApplicationEventPublisher events,
      PlatformTransactionManager manager) {
    this.requests = requests;
    this.sessions = sessions;
    this.events = events;
    this.transaction = new TransactionTemplate(manager);
  }

  /** Whether this session approves sign-ins. */
  public boolean on(Session session) {
    return requests.enabledOn(session.id());
  }

  /**
   * Lets this session approve sign-ins, for thirty days unless configured otherwise. The caller has
   * checked that the person signed in recently.
   */
  public void turnOn(Session session) {
    transaction.executeWithoutResult(
        status -> {
          boolean was = on(session);
          sessions.keep(session, requests.enable(session.accountId(), session.id()));
          if (!was) {
            tell(session, AccountChange.LOGIN_REQUESTS_ON);
          }
        });
  }

  /** Stops this session from approving sign-ins; does nothing if it does not. */
  public void turnOff(Session session) {
    transaction.executeWithoutResult(
        status -> {
          if (requests.disable(session.id())) {
            sessions.keepNoLonger(session);
            tell(session, AccountChange.LOGIN_REQUESTS_OFF);
          }
        });
  }

  private void tell(Session session, AccountChange change) {
    String changeId = UUID.randomUUID().toString();
    events.publishEvent(new AccountChanged(changeId, session.accountId(), change, List.of()));
  }
}
