package dev.latchkey.review;

import dev.latchkey.directory.AccountDirectory;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who may decide what. Asked on the server with facts from our own tables, never from what the
 * task's form carried along.
 */
@Component
public class ReviewRules {
  private final AccountDirectory directory;

  ReviewRules(AccountDirectory directory) {
    this.directory = directory;
  }

  /**
   * Why this decision must not be taken, as a sentence for the reviewer; empty if it may.
   *
   * @param accountId of the case, null for a decoy
   * @param assignee who claimed the task, or null
   * @param reviewer who completes it, or null
   */
  public Optional<String> objection(
      String accountId, String assignee, String reviewer, String decision, String reasonKey) {
    if (reviewer == null || !Objects.equals(assignee, reviewer)) {
      return Optional.of("Claim the task before you decide it.");
    }
    Optional<ReviewReason> reason = ReviewReason.ofKey(reasonKey);
    boolean approve = "approve".equals(decision);
    if (!approve && !"decline".equals(decision)) {
      return Optional.of("Choose approve or decline.");
    }
    if (reason.isEmpty() || reason.get().approves() != approve) {
      return Optional.of("Choose a reason that fits the decision.");
    }
    if (approve && accountId == null) {
      return Optional.of("There is no account to approve: decline with 'no such account'.");
    }
    if (accountId != null && ownAccount(accountId, reviewer)) {
      return Optional.of("This is your own account: leave the decision to a colleague.");
    }
    return Optional.empty();
  }

  private boolean ownAccount(String accountId, String reviewer) {
    return directory
        .findById(accountId)
        .filter(account -> account.userName().equalsIgnoreCase(reviewer))
        .isPresent();
  }
}
