package dev.latchkey.web;

import dev.latchkey.recovery.OwnStep;
import dev.latchkey.recovery.RecoveryStatus;
import dev.latchkey.recovery.RecoveryView;
import dev.latchkey.recovery.form.LocalText.Said;
import java.time.Clock;
import java.util.EnumSet;
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
          "await-approval",
          "no-way-left",
          "describe-situation",
          "await-review",
          "answer-support",
          "hold",
          "choose-password",
          "restoring",
          OwnStep.KEY,
          "done");

  /** What ends well. A factor that was lost goes on in a recovery of its own. */
  private static final Set<RecoveryStatus> DONE =
      EnumSet.of(
          RecoveryStatus.RESTORED,
          RecoveryStatus.PROVEN,
          RecoveryStatus.SIGNED_IN,
          RecoveryStatus.FACTOR_LOST);

  /** While a code is not out yet. */
  static final String SENDING = "sending-code";

  /** Steps that are about the channel that a code goes by. */
  static final Set<String> WITH_CHANNEL = Set.of(SENDING, "enter-code", "wait-for-send");

  /** Steps at which support has a request, which can be withdrawn. */
  static final Set<String> WITH_SUPPORT = Set.of("await-review", "answer-support");

  private final PageTexts texts;
  private final DeliveryLines deliveries;
  private final OwnStepParts ownSteps;
  private final Clock clock;

  StepPages(PageTexts texts, DeliveryLines deliveries, OwnStepParts ownSteps, Clock clock) {
    this.texts = texts;
    this.deliveries = deliveries;
    this.ownSteps = ownSteps;
    this.clock = clock;
  }

  /** The page as the process stands. */
  StepPage of(StepPlace place, RecoveryView view, Locale locale) {
    return of(place, view, locale, null, Map.of());
  }

  /** The page with what is wrong about an input. */
  StepPage of(
      StepPlace place,
      RecoveryView view,
      Locale locale,
      FieldProblem problem,
      Map<String, String> typed) {
    String fragment = fragment(view);
    String notice = problem == null ? deliveries.notice(locale, view, fragment) : null;
    String title = titleKey(fragment, StepPage.channel(view));
    String drawn = ownSteps.title(view, locale).map(Said::text).orElse(null);
    return new StepPage(
        place.base(),
        view,
        fragment,
        drawn == null
            ? texts.first(locale, null, title + "." + view.purpose().key(), title)
            : drawn,
        notice,
        problem,
        typed,
        clock.instant());
  }

  /** Key of a step's title; some depend on where the code goes. */
  static String titleKey(String fragment, String channel) {
    String key = "step." + fragment + ".title";
    return WITH_CHANNEL.contains(fragment) ? key + "." + channel : key;
  }

  private static String fragment(RecoveryView view) {
    if (DONE.contains(view.status())) {
      return "done";
    }
    if (view.status() != RecoveryStatus.OPEN) {
      return view.status().key();
    }
    return STEPS.contains(view.step()) ? view.step() : "other";
  }
}
