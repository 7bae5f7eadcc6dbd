package dev.latchkey.account;

import dev.latchkey.directory.AccountChange;
import dev.latchkey.directory.AccountChanged;
import dev.latchkey.directory.Address;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Publishes what account holders changed themselves, in the transaction of the change. */
@Component
class Changes {
  private final ApplicationEventPublisher events;
  private final Activity activity;

  Changes(ApplicationEventPublisher events, Activity activity) {
    this.events = events;
    this.activity = activity;
  }

  /**
   * Lets all addresses be told, and puts the change into the account's activity. Joins the
   * transaction of the change.
   *
   * @param by whose session made the change
   * @param alsoTell addresses that are no longer on file
   * @return the id of the change
   */
  String publish(Session by, AccountChange change, Address... alsoTell) {
    String changeId = UUID.randomUUID().toString();
    events.publishEvent(new AccountChanged(changeId, by.accountId(), change, List.of(alsoTell)));
    activity.madeOn(by.device(), changeId);
    return changeId;
  }
}
