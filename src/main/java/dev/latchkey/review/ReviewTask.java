package dev.latchkey.review;

/**
 * A task of a review that somebody completes.
 *
 * @param accountId of the case, null for a decoy
 * @param stage {@link #REVIEW} or {@link #SECOND_APPROVAL}
 * @param assignee who claimed the task, or null
 * @param reviewer who completes it: the login of this request, or null if nobody is signed in
 */
public record ReviewTask(
    String caseId, String accountId, int stage, String assignee, String reviewer) {
  public static final int REVIEW = 1;
  public static final int SECOND_APPROVAL = 2;

  boolean second() {
    return stage == SECOND_APPROVAL;
  }
}
