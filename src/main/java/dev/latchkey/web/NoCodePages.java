package dev.latchkey.web;

import dev.latchkey.help.Advice.Certainty;
import dev.latchkey.help.AdviceTexts;
import dev.latchkey.help.CodeSource;
import dev.latchkey.help.CodeWait;
import dev.latchkey.help.DeliveryAdvisor;
import dev.latchkey.help.ToldAdvice;
import dev.latchkey.recovery.CasePurpose;
import dev.latchkey.recovery.RecoveryMessage;
import dev.latchkey.recovery.RecoveryStatus;
import dev.latchkey.recovery.RecoveryView;
import dev.latchkey.recovery.TypedCountries;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes the page that helps somebody whose code does not come. */
@Component
class NoCodePages {
  private static final String WAIT = "wait";
  private final StepPages steps;
  private final DeliveryAdvisor advisor;
  private final AdviceTexts texts;
  private final TypedCountries countries;

  NoCodePages(
      StepPages steps, DeliveryAdvisor advisor, AdviceTexts texts, TypedCountries countries) {
    this.steps = steps;
    this.advisor = advisor;
    this.texts = texts;
    this.countries = countries;
  }

  /** Where the code comes from that the case waits for now, or empty if it waits for none. */
  static Optional<CodeSource> source(RecoveryView view) {
    return view.status() != RecoveryStatus.OPEN
        ? Optional.empty()
        : CodeSource.at(
            view.step(),
            view.way(),
            view.confirmsContact() || view.purpose() == CasePurpose.NEW_ADDRESS,
            view.offers(RecoveryMessage.CODE_ENTERED));
  }

  /**
   * The page, or empty if the case waits for no code now.
   *
   * @param symptom what the person ticked; empty, or a word that means nothing, for none
   */
  Optional<NoCodePage> of(StepPlace place, RecoveryView view, String symptom, Locale locale) {
    return source(view)
        .map(source -> waitOf(view, source))
        .map(wait -> texts.tell(advisor.advise(wait, symptom), wait.country(), locale))
        .map(told -> page(steps.of(place, view, locale), told));
  }

  private CodeWait waitOf(RecoveryView view, CodeSource source) {
    return new CodeWait(
        view.caseId(),
        source,
        view.notice(),
        countries.of(view.caseId()).orElse(null),
        view.way(),
        new CodeWait.Open(
            view.ways(),
            view.offers(RecoveryMessage.ANOTHER_WAY_CHOSEN),
            view.offers(RecoveryMessage.RESEND_REQUESTED)));
  }

  private static NoCodePage page(StepPage step, List<ToldAdvice> told) {
    Set<String> buttons = new HashSet<>(Set.of(WAIT));
    List<NoCodePage.Shown> known = new ArrayList<>();
    List<ToldAdvice> asked = new ArrayList<>();
    NoCodePage.Shown said = null;
    for (ToldAdvice one : told) {
      Certainty certainty = one.advice().certainty();
      if (certainty == Certainty.ASKED) {
        asked.add(one);
      } else if (certainty == Certainty.SAID) {
        said = shown(one, new HashSet<>(Set.of(WAIT)));
      } else {
        known.add(shown(one, buttons));
      }
    }
    String symptom = said == null ? "" : said.told().advice().tick();
    return new NoCodePage(step, known, said, asked, symptom);
  }

  /** No button that stands already. */
  private static NoCodePage.Shown shown(ToldAdvice told, Set<String> buttons) {
    String next = told.advice().nextWay();
    return new NoCodePage.Shown(told, buttons.add(next) ? next : null);
  }
}
