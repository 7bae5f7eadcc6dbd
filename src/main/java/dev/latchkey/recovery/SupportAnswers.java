package dev.latchkey.recovery;

import dev.latchkey.language.PlainText;
import dev.latchkey.proof.Attempts;
import dev.latchkey.proof.Way;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Judges what a person answers to support. */
@Component
class SupportAnswers {
  private static final int LONGEST_ANSWER = 1000;
  private static final String READ_OUT = "read-out:";
  private static final String CODE = "code";

  private final SupportQuestions questions;
  private final Attempts attempts;

  SupportAnswers(SupportQuestions questions, Attempts attempts) {
    this.questions = questions;
    this.attempts = attempts;
  }

  /** Why the answer cannot be taken, or empty. Counts nothing. */
  Optional<AnswerResult> problemOf(RecoveryCase recovery, Answer.SupportAnswer given) {
    Optional<SupportQuestions.Open> asked = questions.of(recovery.id());
    if (asked.isEmpty()) {
      return Optional.of(new AnswerResult.NotWaitedFor(recovery.view()));
    }
    List<String> keys = asked.get().questions();
    Optional<String> tooLong =
        keys.stream().filter(key -> answerTo(key, given).length() > LONGEST_ANSWER).findFirst();
    if (tooLong.isPresent()) {
      return problem(tooLong.get(), "answer-too-long", recovery);
    }
    if (!keys.isEmpty() && keys.stream().allMatch(key -> answerTo(key, given).isBlank())) {
      return problem(keys.get(0), "answer-missing", recovery);
    }
    return codeMissing(asked.get(), given)
        ? problem(CODE, "read-out-missing", recovery)
        : Optional.empty();
  }

  private static boolean codeMissing(SupportQuestions.Open asked, Answer.SupportAnswer given) {
    return asked.readOut() && !given.withoutCode() && !CountedTries.looksLikeACode(given.code());
  }

  private static String answerTo(String key, Answer.SupportAnswer given) {
    return given.answers().getOrDefault(key, "");
  }

  private static Optional<AnswerResult> problem(
      String field, String problem, RecoveryCase recovery) {
    return Optional.of(new AnswerResult.Unusable(field, problem, recovery.view()));
  }

  /**
   * What the process gets: the answers as plain text and, where a code was read out, its counted
   * try. Five tries a round, counted in a transaction of their own.
   */
  Map<String, Object> counted(RecoveryCase recovery, Answer.SupportAnswer given) {
    Map<String, Object> submitted = new HashMap<>();
    submitted.put(Submitted.SUPPORT_ANSWER, tidied(given));
    questions
        .of(recovery.id())
        .filter(asked -> asked.readOut() && !given.withoutCode())
        .map(asked -> READ_OUT + recovery.id() + ":" + asked.round())
        .map(subject -> new ReadOutTry(given.code(), attempts.take(subject, Way.HUMAN_REVIEW)))
        .ifPresent(tried -> submitted.put(Submitted.READ_OUT_TRY, tried));
    return submitted;
  }

  private static Answer.SupportAnswer tidied(Answer.SupportAnswer given) {
    Map<String, String> plain = new HashMap<>();
    given.answers().forEach((key, answer) -> plain.put(key, PlainText.of(answer)));
    return new Answer.SupportAnswer(plain, "", given.withoutCode());
  }
}
