package dev.latchkey.api;

import dev.latchkey.help.AdviceTexts;
import dev.latchkey.help.CodeSource;
import dev.latchkey.help.CodeWait;
import dev.latchkey.help.DeliveryAdvisor;
import dev.latchkey.recovery.RecoveryMessage;
import dev.latchkey.recovery.RecoveryService;
import dev.latchkey.recovery.RecoveryStatus;
import dev.latchkey.recovery.RecoveryView;
import dev.latchkey.recovery.TypedCountries;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Why a code did not come, for programs: the same facts and texts as on the pages. */
@RestController
class AdviceApi implements AdviceApiDescription {
  private final RecoveryService recoveries;
  private final DeliveryAdvisor advisor;
  private final AdviceTexts texts;
  private final TypedCountries countries;
  private final Problems problems;

  AdviceApi(
      RecoveryService recoveries,
      DeliveryAdvisor advisor,
      AdviceTexts texts,
      TypedCountries countries,
      Problems problems) {
    this.recoveries = recoveries;
    this.advisor = advisor;
    this.texts = texts;
    this.countries = countries;
    this.problems = problems;
  }

  @Override
  public ResponseEntity<Object> advice(String authorization, String symptom, Locale locale) {
    Optional<RecoveryView> view = recoveries.view(Bearer.token(authorization));
    if (view.isEmpty()) {
      return problems.of(ProblemType.UNKNOWN_RECOVERY);
    }
    Optional<CodeWait> wait = waitOf(view.get());
    if (symptom != null && wait.filter(w -> advisor.symptoms(w).contains(symptom)).isEmpty()) {
      return problems.of(ProblemType.UNUSABLE, Map.of("field", "symptom", "problem", "unusable"));
    }
    List<AdviceResource> advice =
        wait
            .map(w -> texts.tell(advisor.advise(w, symptom), w.country(), locale))
            .orElse(List.of())
            .stream()
            .map(AdviceResource::of)
            .toList();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new AdviceResource.All(view.get().stepNumber(), advice));
  }

  /** Empty if no code is waited for. */
  private Optional<CodeWait> waitOf(RecoveryView view) {
    String country = countries.of(view.caseId()).orElse(null);
    boolean late = view.offers(RecoveryMessage.CODE_ENTERED);
    CodeWait.Open open =
        new CodeWait.Open(
            view.ways(),
            view.offers(RecoveryMessage.ANOTHER_WAY_CHOSEN),
            view.offers(RecoveryMessage.RESEND_REQUESTED));
    return view.status() == RecoveryStatus.OPEN
        ? CodeSource.at(view.step(), view.way(), view.confirmsContact(), late)
            .map(at -> new CodeWait(view.caseId(), at, view.notice(), country, view.way(), open))
        : Optional.empty();
  }
}
