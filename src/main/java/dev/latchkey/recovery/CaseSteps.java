package dev.latchkey.recovery;

import dev.latchkey.secret.Tokens;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the {@link Steps} of cases; a token opens nothing outside of the purposes asked for. */
@Component
class CaseSteps {
  private final CaseStore cases;
  private final RecoveryEngine engine;
  private final AnswerTaker answers;
  private final TransactionTemplate transaction;

  CaseSteps(
      CaseStore cases,
      RecoveryEngine engine,
      AnswerTaker answers,
      TransactionTemplate transaction) {
    this.cases = cases;
    this.engine = engine;
    this.answers = answers;
    this.transaction = transaction;
  }

  OfPurpose of(Predicate<CasePurpose> purposes) {
    return new OfPurpose(purposes);
  }

  final class OfPurpose implements Steps {
    private final Predicate<CasePurpose> purposes;

    OfPurpose(Predicate<CasePurpose> purposes) {
      this.purposes = purposes;
    }

    @Override
    public Optional<RecoveryView> view(String token) {
      return find(token).map(RecoveryCase::view);
    }

    @Override
    public AnswerResult answer(String token, int stepNumber, Answer answer) {
      Optional<RecoveryCase> found = find(token);
      if (found.isEmpty()) {
        return new AnswerResult.Unknown();
      }
      RecoveryCase recovery = found.get();
      if (!recovery.open()
          || !recovery.offers().contains(answer.message())
          || (recovery.stepNumber() != stepNumber && !stillMeant(recovery, answer))) {
        return new AnswerResult.NotWaitedFor(recovery.view());
      }
      return answers.take(recovery, token, answer);
    }

    /**
     * Whoever names a way means it, though the process went a step further while they read. The way
     * that is gone already is left out, so that a button pressed twice does no harm.
     */
    private boolean stillMeant(RecoveryCase recovery, Answer answer) {
      return answer instanceof Answer.AnotherWay another
          && another.way() != null
          && another.way() != recovery.way()
          && recovery.ways().contains(another.way());
    }

    @Override
    public boolean cancel(String token) {
      return find(token)
          .filter(RecoveryCase::open)
          .map(recovery -> deliver(recovery.id(), RecoveryMessage.RECOVERY_CANCELLED))
          .orElse(false);
    }

    @Override
    public void changeLocale(String token, Locale locale) {
      find(token).ifPresent(recovery -> cases.writeLocale(recovery.id(), locale));
    }

    /** The case of this token, or empty. */
    Optional<RecoveryCase> find(String token) {
      return Optional.ofNullable(token)
          .flatMap(given -> cases.byTokenHash(Tokens.hash(given)))
          .filter(recovery -> purposes.test(recovery.purpose()));
    }
  }

  private boolean deliver(String caseId, RecoveryMessage message) {
    return Boolean.TRUE.equals(
        transaction.execute(status -> engine.deliver(caseId, message, Map.of())));
  }
}
