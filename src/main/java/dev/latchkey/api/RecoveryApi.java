package dev.latchkey.api;

import dev.latchkey.recovery.Answer;
import dev.latchkey.recovery.CasePurpose;
import dev.latchkey.recovery.Client;
import dev.latchkey.recovery.OpenResult;
import dev.latchkey.recovery.RecoveryService;
import dev.latchkey.recovery.RecoveryView;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Recoveries for programs: the same service and the same rules as the pages. */
@RestController
class RecoveryApi implements RecoveryApiDescription {
  private static final URI CURRENT = URI.create("/api/v1/recoveries/current");
  private final RecoveryService recoveries;
  private final Problems problems;

  /** Any tag of language, script and region fits. */
  private static final int LONGEST_LOCALE = 20;

  private final RecoveryResources resources;
  private final Answers answers;

  RecoveryApi(
      RecoveryService recoveries, RecoveryResources resources, Problems problems, Answers answers) {
    this.recoveries = recoveries;
    this.resources = resources;
    this.problems = problems;
    this.answers = answers;
  }

  @Override
  public ResponseEntity<Object> open(
      @RequestBody OpenRequest request, Locale accepted, HttpServletRequest client) {
    Locale locale = request.locale() == null ? accepted : parsed(request.locale());
    if (locale == null) {
      return problems.of(ProblemType.UNUSABLE, Map.of("field", "locale", "problem", "unusable"));
    }
    Optional<CasePurpose> purpose = request.lost();
    if (purpose.isEmpty()) {
      return problems.of(ProblemType.UNUSABLE, Map.of("field", "purpose", "problem", "unusable"));
    }
    OpenResult result =
        recoveries.open(
            request.identifier(),
            purpose.get(),
            locale,
            new Client(client.getRemoteAddr(), client.getHeader(HttpHeaders.USER_AGENT)));
    if (result instanceof OpenResult.Opened opened) {
      HeldRecovery held = new HeldRecovery(opened.token(), resources.of(opened.view()));
      return ResponseEntity.created(CURRENT).cacheControl(CacheControl.noStore()).body(held);
    }
    return answers.notOpened(result);
  }

  @Override
  public ResponseEntity<Object> read(String authorization) {
    Optional<RecoveryView> view = recoveries.view(Bearer.token(authorization));
    return view.<ResponseEntity<Object>>map(
            v -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(resources.of(v)))
        .orElseGet(() -> problems.of(ProblemType.UNKNOWN_RECOVERY));
  }

  @Override
  public ResponseEntity<Object> answer(String authorization, @RequestBody AnswerRequest request) {
    String token = Bearer.token(authorization);
    Optional<Answer> answer = request.answer();
    if (answer.isEmpty() || request.step() == null) {
      return unreadable(token, request);
    }
    return answers.of(recoveries.answer(token, request.step(), answer.get()));
  }

  @Override
  public ResponseEntity<Object> cancel(String authorization) {
    String token = Bearer.token(authorization);
    if (recoveries.cancel(token)) {
      return ResponseEntity.noContent().build();
    }
    return problems.of(
        recoveries.view(token).isEmpty()
            ? ProblemType.UNKNOWN_RECOVERY
            : ProblemType.NOT_WAITED_FOR);
  }

  private ResponseEntity<Object> unreadable(String token, AnswerRequest request) {
    if (recoveries.view(token).isEmpty()) {
      return problems.of(ProblemType.UNKNOWN_RECOVERY);
    }
    String field = request.step() == null ? "step" : badMember(request);
    return problems.of(ProblemType.UNUSABLE, Map.of("field", field, "problem", "unusable"));
  }

  private static String badMember(AnswerRequest request) {
    return "AnotherWayChosen".equals(request.message()) ? "way" : "message";
  }

  private static Locale parsed(String tag) {
    if (tag.length() > LONGEST_LOCALE) {
      return null;
    }
    try {
      return new Locale.Builder().setLanguageTag(tag).build();
    } catch (IllformedLocaleException notATag) {
      return null;
    }
  }
}
