package dev.latchkey.testing;

import dev.latchkey.directory.AccountChange;
import dev.latchkey.directory.AccountChanged;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;

/** Hears what account holders are to be told of. */
public class HeardChanges {
  private final List<AccountChanged> changes = new CopyOnWriteArrayList<>();

  @EventListener
  void on(AccountChanged change) {
    changes.add(change);
  }

  /** What was changed about this account, in order. */
  public List<AccountChange> of(String accountId) {
    return changes.stream()
        .filter(change -> change.accountId().equals(accountId))
        .map(AccountChanged::change)
        .toList();
  }
}
