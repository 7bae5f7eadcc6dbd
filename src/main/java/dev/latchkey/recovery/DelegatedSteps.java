package dev.latchkey.recovery;

import java.util.Locale;
import java.util.Optional;

/** What the services for the several purposes share: their step pages work alike. */
abstract class DelegatedSteps implements Steps {
  /** The steps of the cases that the service is for. */
  protected final CaseSteps.OfPurpose steps;

  DelegatedSteps(CaseSteps.OfPurpose steps) {
    this.steps = steps;
  }

  @Override
  public Optional<RecoveryView> view(String token) {
    return steps.view(token);
  }

  @Override
  public AnswerResult answer(String token, int stepNumber, Answer answer) {
    return steps.answer(token, stepNumber, answer);
  }

  @Override
  public boolean cancel(String token) {
    return steps.cancel(token);
  }

  @Override
  public void changeLocale(String token, Locale locale) {
    steps.changeLocale(token, locale);
  }
}
