package dev.latchkey.web;

import dev.latchkey.recovery.RecoveryStatus;
import dev.latchkey.recovery.RecoveryView;
import dev.latchkey.review.QueuePlace;
import dev.latchkey.review.Reviews;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes the page of a recovery's step. */
@Component
class StepPages {
  /** Steps with a part of the template of their own; a diagram may bring others. */
  static final Set<String> STEPS =
      Set.of(
          "preparing",
          "sending-code",
          "enter-code",
          "wait-for-send",
          "enter-backup-code",
          "enter-app-code",
          "no-way-left",
          "describe-situation",
          "await-review",
          "hold",
          "choose-password",
          "restoring",
          "done");

  private static final Set<String> WITH_CHANNEL =
      Set.of("sending-code", "enter-code", "wait-for-send");
  private final PageTexts texts;
  private final Reviews reviews;
  private final Clock clock;

  StepPages(PageTexts texts, Reviews reviews, Clock clock) {
    this.texts = texts;
    this.reviews = reviews;
    this.clock = clock;
  }

  /** The page as the process stands. */
  StepPage of(RecoveryView view, Locale locale) {
    return of(view, locale, null, Map.of());
  }

  /** The page with what is wrong about an input. */
  StepPage of(RecoveryView view, Locale locale, FieldProblem problem, Map<String, String> typed) {
    String fragment = fragment(view);
    StepPage untitled =
        new StepPage(
            view,
            fragment,
            null,
            problem == null ? texts.notice(locale, view.notice(), fragment) : null,
            problem,
            typed,
            place(view, fragment),
            clock.instant());
    return titled(untitled, locale);
  }

  private StepPage titled(StepPage page, Locale locale) {
    String key = titleKey(page.fragment(), page.channel());
    return new StepPage(
        page.view(),
        page.fragment(),
        texts.first(locale, null, key),
        page.notice(),
        page.problem(),
        page.typed(),
        page.place(),
        page.now());
  }

  /** Key of a step's title; some depend on where the code goes. */
  static String titleKey(String fragment, String channel) {
    String key = "step." + fragment + ".title";
    return WITH_CHANNEL.contains(fragment) ? key + "." + channel : key;
  }

  private static String fragment(RecoveryView view) {
    if (view.status() == RecoveryStatus.RESTORED) {
      return "done";
    }
    if (view.status() != RecoveryStatus.OPEN) {
      return view.status().key();
    }
    return STEPS.contains(view.step()) ? view.step() : "other";
  }

  private QueuePlace place(RecoveryView view, String fragment) {
    return fragment.equals("await-review") ? reviews.placeOf(view.caseId()).orElse(null) : null;
  }
}
