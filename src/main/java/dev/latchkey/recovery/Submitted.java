package dev.latchkey.recovery;

/**
 * Names under which the steps of the same transaction find what a person submitted. Nothing of it
 * is stored by the engine.
 */
public final class Submitted {
  /** A {@link dev.latchkey.proof.Submission}. */
  public static final String SUBMISSION = "submission";

  /** Key of the way that the person wants next, or null for the next in order. */
  public static final String CHOSEN_WAY = "chosenWay";

  /** An {@link Answer.Statement}. */
  public static final String STATEMENT = "statement";

  /** An {@link Answer.SupportAnswer}. */
  public static final String SUPPORT_ANSWER = "supportAnswer";

  /** A {@link ReadOutTry}; missing where no code that was read out was typed. */
  public static final String READ_OUT_TRY = "readOutTry";

  /** Hash of a good new password; kept with the case if the process takes the answer. */
  public static final String PASSWORD_HASH = "passwordHash";

  /** Map of process variables by name: the answers of an own step, checked. */
  public static final String FORM_VALUES = "formValues";

  private Submitted() {}
}
