package dev.latchkey.recovery;

import dev.latchkey.directory.PasswordRule;
import dev.latchkey.recovery.form.FormFault;
import java.util.List;

/** What became of an answer. */
public sealed interface AnswerResult {

  /**
   * The process took it. Whether a code was right shows in the view: the step has moved on, or the
   * notice says why not.
   *
   * @param token the token that works from now on: a new one if a proof was accepted, else the one
   *     that was used
   */
  record Taken(String token, RecoveryView view) implements AnswerResult {}

  /** The process does not wait for this now, or the page showed an older step. */
  record NotWaitedFor(RecoveryView view) implements AnswerResult {}

  /**
   * Unusable input; nothing was counted or lost. {@code field} names the input, {@code problem} the
   * text key.
   */
  record Unusable(String field, String problem, RecoveryView view) implements AnswerResult {}

  /** Answers of an own step that cannot be used; nothing was counted or lost. */
  record UnusableForm(List<FormFault> faults, RecoveryView view) implements AnswerResult {}

  /** The new password breaks a rule; the person may choose another. */
  record WeakPassword(PasswordRule rule, int limit, RecoveryView view) implements AnswerResult {}

  /** No recovery has this token (any more). */
  record Unknown() implements AnswerResult {}
}
