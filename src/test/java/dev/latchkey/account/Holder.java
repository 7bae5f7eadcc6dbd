package dev.latchkey.account;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountChange;
import dev.latchkey.directory.AccountChanged;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.testing.StorageBeans;
import java.util.List;

/** An account holder who is signed in on a phone and on a laptop, and sits at the laptop. */
final class Holder {
  private final StorageBeans beans;
  private final String accountId;
  private final String phone;
  private final String laptop;

  Holder(StorageBeans beans, Account account) {
    this.beans = beans;
    this.accountId = account.id();
    this.phone = beans.get(Sessions.class).start(accountId, "a phone");
    this.laptop = beans.get(Sessions.class).start(accountId, "a laptop");
  }

  /** The session that changes something. */
  Session session() {
    return beans.get(Sessions.class).find(laptop).orElseThrow();
  }

  boolean signedInHere() {
    return beans.get(Sessions.class).find(laptop).isPresent();
  }

  boolean signedInElsewhere() {
    return beans.get(Sessions.class).find(phone).isPresent();
  }

  /** The account as it stands now. */
  Account account() {
    return beans.get(AccountDirectory.class).findById(accountId).orElseThrow();
  }

  /** What all addresses were told of, in order. */
  List<AccountChange> told() {
    return beans.toldTo(accountId).stream().map(AccountChanged::change).toList();
  }

  /** The newest thing that all addresses were told of. */
  AccountChanged lastTold() {
    List<AccountChanged> all = beans.toldTo(accountId);
    return all.get(all.size() - 1);
  }
}
