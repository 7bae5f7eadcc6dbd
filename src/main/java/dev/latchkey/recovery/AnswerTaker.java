package dev.latchkey.recovery;

import dev.latchkey.proof.ProofLedger;
import dev.latchkey.recovery.form.FormAnswers;
import dev.latchkey.secret.Tokens;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands what a person submitted to the process: the answer, its check and everything that follows
 * from it share one transaction. A try is counted before, in a transaction of its own.
 */
@Component
class AnswerTaker {
  private final CaseStore cases;
  private final RecoveryEngine engine;
  private final CountedTries tries;
  private final NewPasswords passwords;
  private final Statements statements;
  private final SupportAnswers supportAnswers;
  private final OwnAnswers ownAnswers;
  private final ProofLedger ledger;
  private final TransactionTemplate transaction;

  AnswerTaker(
      CaseStore cases,
      RecoveryEngine engine,
      CountedTries tries,
      NewPasswords passwords,
      Statements statements,
      SupportAnswers supportAnswers,
      OwnAnswers ownAnswers,
      ProofLedger ledger,
      TransactionTemplate transaction) {
    this.cases = cases;
    this.engine = engine;
    this.tries = tries;
    this.passwords = passwords;
    this.statements = statements;
    this.supportAnswers = supportAnswers;
    this.ownAnswers = ownAnswers;
    this.ledger = ledger;
    this.transaction = transaction;
  }

  AnswerResult take(RecoveryCase recovery, String token, Answer answer) {
    if (answer instanceof Answer.Code code) {
      return code(recovery, token, code);
    }
    if (answer instanceof Answer.NewPassword password) {
      NewPasswords.Judged judged = passwords.judge(recovery, password);
      return judged.problem() != null
          ? judged.problem()
          : hand(
              recovery, token, password.message(), Map.of(Submitted.PASSWORD_HASH, judged.hash()));
    }
    if (answer instanceof Answer.Statement statement) {
      return statements
          .problemOf(recovery, statement)
          .orElseGet(() -> handStatement(recovery, token, statement));
    }
    if (answer instanceof Answer.SupportAnswer given) {
      return supportAnswers
          .problemOf(recovery, given)
          .orElseGet(
              () ->
                  hand(recovery, token, given.message(), supportAnswers.counted(recovery, given)));
    }
    if (answer instanceof Answer.OwnForm filled) {
      return ownForm(recovery, token, filled);
    }
    if (answer instanceof Answer.AnotherWay another) {
      return anotherWay(recovery, token, another);
    }
    return hand(recovery, token, answer.message(), Map.of());
  }

  AnswerResult takeLink(RecoveryCase recovery, String linkToken) {
    return tries
        .forLink(recovery, linkToken)
        .map(submission -> Map.<String, Object>of(Submitted.SUBMISSION, submission))
        .map(submitted -> hand(recovery, null, RecoveryMessage.CODE_ENTERED, submitted))
        .orElseGet(AnswerResult.Unknown::new);
  }

  private AnswerResult code(RecoveryCase recovery, String token, Answer.Code answer) {
    if (!CountedTries.looksLikeACode(answer.code())) {
      return new AnswerResult.Unusable("code", "code-missing", recovery.view());
    }
    return tries
        .forTyped(recovery, answer)
        .map(submission -> Map.<String, Object>of(Submitted.SUBMISSION, submission))
        .map(submitted -> hand(recovery, token, answer.message(), submitted))
        .orElseGet(() -> new AnswerResult.NotWaitedFor(recovery.view()));
  }

  private AnswerResult handStatement(
      RecoveryCase recovery, String token, Answer.Statement statement) {
    return hand(
        recovery,
        token,
        statement.message(),
        Map.of(Submitted.STATEMENT, statements.tidied(statement)));
  }

  private AnswerResult ownForm(RecoveryCase recovery, String token, Answer.OwnForm filled) {
    Optional<FormAnswers.Judged> judged = ownAnswers.judge(recovery, filled);
    if (judged.isEmpty()) {
      return new AnswerResult.NotWaitedFor(recovery.view());
    }
    return judged.get().faults().isEmpty()
        ? hand(
            recovery, token, filled.message(), Map.of(Submitted.FORM_VALUES, judged.get().values()))
        : new AnswerResult.UnusableForm(judged.get().faults(), recovery.view());
  }

  private AnswerResult anotherWay(RecoveryCase recovery, String token, Answer.AnotherWay answer) {
    if (answer.way() != null && !recovery.ways().contains(answer.way())) {
      return new AnswerResult.Unusable("way", "way-unknown", recovery.view());
    }
    Map<String, Object> submitted = new HashMap<>();
    submitted.put(Submitted.CHOSEN_WAY, answer.way() == null ? null : answer.way().key());
    return hand(recovery, token, answer.message(), submitted);
  }

  private AnswerResult hand(
      RecoveryCase recovery, String token, RecoveryMessage message, Map<String, Object> submitted) {
    Optional<String> tokenFromNowOn;
    try {
      tokenFromNowOn =
          transaction.execute(
              status -> {
                Optional<String> kept = deliver(recovery, token, message, submitted);
                if (kept.isEmpty()) {
                  status.setRollbackOnly();
                }
                return kept;
              });
    } catch (ConcurrentChange moved) {
      tokenFromNowOn = Optional.empty();
    }
    RecoveryView view = cases.byId(recovery.id()).orElseThrow().view();
    return tokenFromNowOn
        .<AnswerResult>map(kept -> new AnswerResult.Taken(kept, view))
        .orElseGet(() -> new AnswerResult.NotWaitedFor(view));
  }

  /**
   * A new token at each rise in trust, so that whoever opened the recovery for another loses it.
   */
  private Optional<String> deliver(
      RecoveryCase recovery, String token, RecoveryMessage message, Map<String, Object> submitted) {
    if (movedOn(recovery)) {
      return Optional.empty();
    }
    if (submitted.get(Submitted.PASSWORD_HASH) instanceof String hash) {
      cases.keepPendingPassword(recovery.id(), hash);
    }
    int proofsBefore = ledger.of(recovery.id()).size();
    if (!engine.deliver(recovery.id(), message, submitted)) {
      return Optional.empty();
    }
    if (ledger.of(recovery.id()).size() == proofsBefore && token != null) {
      return Optional.of(token);
    }
    String fresh = Tokens.create();
    cases.replaceToken(recovery.id(), Tokens.hash(fresh));
    return Optional.of(fresh);
  }

  /** Locks the case, so that of several answers to one step only the first is looked at. */
  private boolean movedOn(RecoveryCase seen) {
    return cases
        .tryLock(seen.id())
        .filter(now -> now.open() && now.stepNumber() == seen.stepNumber())
        .isEmpty();
  }
}
