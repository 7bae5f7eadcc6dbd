package dev.latchkey.api;

import dev.latchkey.recovery.AnswerResult;
import dev.latchkey.recovery.OpenResult;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Turns what the service says into responses. */
@Component
class Answers {
  private final RecoveryResources resources;
  private final Problems problems;
  private final Clock clock;

  Answers(RecoveryResources resources, Problems problems, Clock clock) {
    this.resources = resources;
    this.problems = problems;
    this.clock = clock;
  }

  ResponseEntity<Object> notOpened(OpenResult result) {
    if (result instanceof OpenResult.TooMany tooMany) {
      Duration wait = Duration.between(clock.instant(), tooMany.retryAt());
      HttpHeaders headers = new HttpHeaders();
      headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
      ProblemType type = ProblemType.TOO_MANY;
      return problems.of(type, type.status(), Map.of(), headers);
    }
    return problems.of(ProblemType.UNUSABLE, Map.of("field", "identifier", "problem", "unusable"));
  }

  ResponseEntity<Object> of(AnswerResult result) {
    if (result instanceof AnswerResult.Taken taken) {
      RecoveryResource recovery = resources.of(taken.view());
      return ResponseEntity.ok(new HeldRecovery(taken.token(), recovery));
    }
    if (result instanceof AnswerResult.NotWaitedFor late) {
      return problems.of(ProblemType.NOT_WAITED_FOR, Map.of("recovery", resources.of(late.view())));
    }
    if (result instanceof AnswerResult.Unusable unusable) {
      return problems.of(
          ProblemType.UNUSABLE,
          Map.of(
              "field", unusable.field(),
              "problem", unusable.problem(),
              "recovery", resources.of(unusable.view())));
    }
    if (result instanceof AnswerResult.UnusableForm form) {
      return unusableForm(form);
    }
    if (result instanceof AnswerResult.WeakPassword weak) {
      return weakPassword(weak);
    }
    return problems.of(ProblemType.UNKNOWN_RECOVERY);
  }

  private ResponseEntity<Object> unusableForm(AnswerResult.UnusableForm form) {
    List<FieldProblemResource> fields =
        form.faults().stream().map(FieldProblemResource::of).toList();
    return problems.of(
        ProblemType.UNUSABLE,
        Map.of(
            "field",
            "fields",
            "problem",
            "unusable",
            "fields",
            fields,
            "recovery",
            resources.of(form.view())));
  }

  private ResponseEntity<Object> weakPassword(AnswerResult.WeakPassword weak) {
    String rule = weak.rule().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return problems.of(
        ProblemType.WEAK_PASSWORD,
        Map.of(
            "rule", rule,
            "limit", weak.limit(),
            "recovery", resources.of(weak.view())));
  }
}
