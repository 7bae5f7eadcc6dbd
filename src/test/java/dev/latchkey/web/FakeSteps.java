package dev.latchkey.web;

import dev.latchkey.recovery.Answer;
import dev.latchkey.recovery.AnswerResult;
import dev.latchkey.recovery.RecoveryView;
import dev.latchkey.recovery.Steps;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Cases whose token is the name of their situation; an answer is taken and changes nothing. */
class FakeSteps implements Steps {
  private final Map<String, RecoveryView> situations;
  private final Map<String, Locale> locales = new ConcurrentHashMap<>();

  FakeSteps(Map<String, RecoveryView> situations) {
    this.situations = situations;
  }

  /** The languages that were chosen, by token. */
  Map<String, Locale> locales() {
    return locales;
  }

  @Override
  public Optional<RecoveryView> view(String token) {
    return Optional.ofNullable(situations.get(token));
  }

  @Override
  public AnswerResult answer(String token, int stepNumber, Answer answer) {
    return view(token)
        .<AnswerResult>map(view -> new AnswerResult.Taken(token, view))
        .orElseGet(AnswerResult.Unknown::new);
  }

  @Override
  public boolean cancel(String token) {
    return view(token).isPresent();
  }

  @Override
  public void changeLocale(String token, Locale locale) {
    locales.put(token, locale);
  }
}
