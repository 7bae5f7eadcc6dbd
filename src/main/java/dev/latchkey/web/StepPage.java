package dev.latchkey.web;

import dev.latchkey.help.HelpTopics;
import dev.latchkey.proof.Way;
import dev.latchkey.recovery.CasePurpose;
import dev.latchkey.recovery.RecoveryMessage;
import dev.latchkey.recovery.RecoveryStatus;
import dev.latchkey.recovery.RecoveryView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A recovery as one page shows it. Everything on the page follows from the view; nothing is offered
 * that the process does not wait for.
 *
 * @param base path of the page, under which its forms lie
 * @param fragment name of the part of the template that shows the step
 * @param title what the person does at this step
 * @param notice what happened last, or null
 * @param problem why the last input cannot be used, or null
 * @param typed what was typed and can be shown again; never codes or passwords
 * @param now the server's time (UTC), for clocks that run on the page
 */
record StepPage(
    String base,
    RecoveryView view,
    String fragment,
    String title,
    String notice,
    FieldProblem problem,
    Map<String, String> typed,
    Instant now) {
  private static final Set<String> WITHOUT_INPUT =
      Set.of("preparing", "sending-code", "await-approval", "restoring");

  private static final Set<String> REFUSED =
      Set.of("wrong-code", "clock-off", "expired-code", "inactive-backup-code");

  /** Whether the process can move on by itself while the page is open. */
  public boolean live() {
    return view.status() == RecoveryStatus.OPEN;
  }

  /** Seconds after which a browser without scripts loads the page again, or null. */
  public Integer refresh() {
    return live() && WITHOUT_INPUT.contains(fragment) ? 5 : null;
  }

  /** Whether a browser without scripts needs a link to look again. */
  public boolean checkAgain() {
    return live() && !WITHOUT_INPUT.contains(fragment);
  }

  /** Whether the person may ask why no code came. */
  public boolean awaitsCode() {
    return NoCodePages.source(view).isPresent();
  }

  public boolean offers(String messageName) {
    return RecoveryMessage.ofName(messageName).filter(view::offers).isPresent();
  }

  /** Whether support has a request of this person: it is withdrawn, not cancelled. */
  public boolean withSupport() {
    return StepPages.WITH_SUPPORT.contains(fragment);
  }

  /** What the case is for; part of text keys. */
  public String purpose() {
    return view.purpose().key();
  }

  /** Where to begin anew once the case is over. */
  public String startAgain() {
    return switch (view.purpose()) {
      case SIGN_IN -> "/account/sign-in";
      case NEW_ADDRESS -> "/account/addresses";
      case PASSWORD, SECOND_FACTOR, ACCOUNT_CHANGE -> "/";
    };
  }

  /** Where to go on once the case is done. */
  public String goOn() {
    return view.purpose() == CasePurpose.NEW_ADDRESS ? startAgain() : "/account/sign-in";
  }

  /** Where the code in progress goes; part of text keys. */
  public String channel() {
    return channel(view);
  }

  static String channel(RecoveryView view) {
    if (view.confirmsContact()) {
      return "contact";
    }
    if (view.forReviewer()) {
      return "older-address";
    }
    return view.way() == Way.EMAIL ? "email" : "text-message";
  }

  /** Whether there is anything to change to: a case without a plan has one way alone. */
  public boolean leavable() {
    return offers("AnotherWayChosen") && !view.ways().isEmpty();
  }

  /** The ways that the person can change to now. */
  public List<Way> otherWays() {
    return leavable() && !view.forReviewer()
        ? view.ways().stream().filter(way -> way != view.way()).toList()
        : List.of();
  }

  /** Time left until the process moves on by itself, as minutes:seconds; null if it will not. */
  public String remaining() {
    if (view.due() == null) {
      return null;
    }
    long seconds = Math.max(0, Duration.between(now, view.due()).toSeconds());
    return "%d:%02d".formatted(seconds / 60, seconds % 60);
  }

  /** Key of the help centre's topic for this step. */
  public String helpTopic() {
    return HelpTopics.ofStep(fragment, channel());
  }

  public boolean wrong(String field) {
    return problem != null && problem.field().equals(field);
  }

  /** Whether the code last entered was refused; the notice says why. */
  public boolean refused() {
    return REFUSED.contains(view.notice() == null ? "" : view.notice());
  }

  /** Whether the notice belongs next to the code's field, as what is wrong with it. */
  public boolean besideField() {
    return refused() && (fragment.startsWith("enter-") || fragment.equals("answer-support"));
  }

  /** Whether something must be put right before the person can go on. */
  public boolean failed() {
    return problem != null || besideField();
  }
}
