package dev.latchkey.review;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who may decide what. Asked on the server with facts from our own tables, never from what the
 * task's form carried along.
 */
@Component
public class ReviewRules {
  private final Household household;
  private final ReviewStaff staff;
  private final Clearances clearances;
  private final OlderAddresses addresses;

  ReviewRules(
      Household household, ReviewStaff staff, Clearances clearances, OlderAddresses addresses) {
    this.household = household;
    this.staff = staff;
    this.clearances = clearances;
    this.addresses = addresses;
  }

  /** Why this decision must not be taken; empty if it may. */
  public Optional<ReviewObjection> objection(ReviewTask task, WantedDecision wanted) {
    return toReviewer(task).or(() -> toDecision(task, wanted));
  }

  /**
   * Whether a member of staff is too close to a request to see what others know of it: it is about
   * their own account, or about somebody they share an address with.
   *
   * @param accountId of the case, null for a decoy
   */
  public boolean tooClose(String caseId, String accountId, String member) {
    ReviewTask look = new ReviewTask(caseId, accountId, ReviewTask.REVIEW, member, member);
    return household.ownAccount(look) || household.shared(look);
  }

  private Optional<ReviewObjection> toReviewer(ReviewTask task) {
    if (task.reviewer() == null || !Objects.equals(task.assignee(), task.reviewer())) {
      return Optional.of(ReviewObjection.NOT_CLAIMED);
    }
    if (!staff.reviews(task.reviewer())) {
      return Optional.of(ReviewObjection.NOT_SUPPORT);
    }
    if (household.ownAccount(task)) {
      return Optional.of(ReviewObjection.OWN_ACCOUNT);
    }
    if (household.shared(task)) {
      return Optional.of(ReviewObjection.TOO_CLOSE);
    }
    if (task.second() && !staff.lead(task.reviewer())) {
      return Optional.of(ReviewObjection.NOT_A_LEAD);
    }
    return task.second() && clearances.approvedBefore(task)
        ? Optional.of(ReviewObjection.SAME_PERSON)
        : Optional.empty();
  }

  private Optional<ReviewObjection> toDecision(ReviewTask task, WantedDecision wanted) {
    Optional<ReviewDecision> kind = wanted.kind();
    if (kind.isEmpty()) {
      return Optional.of(ReviewObjection.NO_DECISION);
    }
    return kind.get() == ReviewDecision.ASK
        ? toAsking(task, wanted)
        : toAnswer(task, wanted, kind.get() == ReviewDecision.APPROVE);
  }

  private static Optional<ReviewObjection> toAnswer(
      ReviewTask task, WantedDecision wanted, boolean approve) {
    if (wanted.why().filter(reason -> reason.approves() == approve).isEmpty()) {
      return Optional.of(ReviewObjection.NO_FITTING_REASON);
    }
    if (approve && task.accountId() == null) {
      return Optional.of(ReviewObjection.NO_ACCOUNT);
    }
    if (wanted.note() == null || wanted.note().isBlank()) {
      return Optional.of(ReviewObjection.NO_NOTE);
    }
    return toNote(wanted);
  }

  private Optional<ReviewObjection> toAsking(ReviewTask task, WantedDecision wanted) {
    if (task.second()) {
      return Optional.of(ReviewObjection.NO_ASKING);
    }
    Optional<List<ReviewQuestion>> asked = wanted.asked();
    if (asked.isEmpty()) {
      return Optional.of(ReviewObjection.UNKNOWN_QUESTION);
    }
    if (asked.get().isEmpty() && !wanted.challenges()) {
      return Optional.of(ReviewObjection.NOTHING_ASKED);
    }
    return wanted.challenges() && !possible(task, wanted)
        ? Optional.of(ReviewObjection.UNKNOWN_CHALLENGE)
        : toNote(wanted);
  }

  /** A decoy has any address: what a person is asked must not tell that there is no account. */
  private boolean possible(ReviewTask task, WantedDecision wanted) {
    return Challenge.of(wanted.challenge())
        .filter(
            challenge ->
                challenge.kind() == Challenge.Kind.READ_OUT
                    || task.accountId() == null
                    || addresses.at(task.accountId(), challenge.ordinal()).isPresent())
        .isPresent();
  }

  private static Optional<ReviewObjection> toNote(WantedDecision wanted) {
    return wanted.note() != null && wanted.note().length() > WantedDecision.LONGEST_NOTE
        ? Optional.of(ReviewObjection.NOTE_TOO_LONG)
        : Optional.empty();
  }
}
