package dev.latchkey.recovery;

import java.util.Locale;
import java.util.Optional;

/** A case as its step page uses it: read the step, answer it, give the case up. */
public interface Steps {

  /** The case of this token, or empty. Changes nothing. */
  Optional<RecoveryView> view(String token);

  /**
   * Answers the step that the person saw.
   *
   * @param stepNumber of the step that the page or client showed
   */
  AnswerResult answer(String token, int stepNumber, Answer answer);

  /** Gives the case up. False if there is none or it is over. */
  boolean cancel(String token);

  /** Changes the language of the case's messages. Unknown tokens are ignored. */
  void changeLocale(String token, Locale locale);
}
