package dev.latchkey.web;

import static dev.latchkey.recovery.RecoveryMessage.ANOTHER_WAY_CHOSEN;
import static dev.latchkey.recovery.RecoveryMessage.APP_CODE_ENTERED;
import static dev.latchkey.recovery.RecoveryMessage.BACKUP_CODE_ENTERED;
import static dev.latchkey.recovery.RecoveryMessage.CODE_ENTERED;
import static dev.latchkey.recovery.RecoveryMessage.FACTOR_LOST;
import static dev.latchkey.recovery.RecoveryMessage.FORM_FILLED;
import static dev.latchkey.recovery.RecoveryMessage.PASSWORD_CHOSEN;
import static dev.latchkey.recovery.RecoveryMessage.RECOVERY_CANCELLED;
import static dev.latchkey.recovery.RecoveryMessage.RESEND_REQUESTED;
import static dev.latchkey.recovery.RecoveryMessage.STATEMENT_GIVEN;
import static dev.latchkey.recovery.RecoveryMessage.SUPPORT_ANSWERED;

import dev.latchkey.proof.Way;
import dev.latchkey.recovery.CasePurpose;
import dev.latchkey.recovery.OwnStep;
import dev.latchkey.recovery.RecoveryMessage;
import dev.latchkey.recovery.RecoveryStatus;
import dev.latchkey.recovery.RecoveryView;
import dev.latchkey.review.Challenge;
import dev.latchkey.review.ChallengeState;
import dev.latchkey.review.Inquiry;
import dev.latchkey.review.ReviewQuestion;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Recoveries at each point where a person can meet one. */
public final class Situations {
  /** The time at which all of them are looked at. */
  public static final Instant NOW = Instant.parse("2026-03-01T09:00:30Z");

  private static final int STEP = 5;

  private Situations() {}

  /** All of them by name, for tests that look at each. */
  public static Map<String, RecoveryView> all() {
    Map<String, RecoveryView> all = new LinkedHashMap<>();
    all.put("preparing", at("preparing", null));
    all.put("sending-text-message", at("sending-code", Way.TEXT_MESSAGE));
    all.put("sending-email", with("not-received", at("sending-code", Way.EMAIL)));
    all.put("enter-code-text-message", codeByTextMessage());
    all.put("enter-code-wrong", with("wrong-code", codeByTextMessage()));
    all.put("enter-code-email", with("not-received", codeByEmail()));
    all.put("confirm-contact", confirmContact());
    all.put("wait-for-send", waitForSend());
    all.put("enter-backup-code", with("not-received", backupCode()));
    all.put("enter-backup-code-inactive", with("inactive-backup-code", backupCode()));
    all.put("enter-app-code", with("attempts-exhausted", appCode()));
    all.put("await-approval", approval());
    all.put("describe-situation", describe());
    all.put("await-review", at("await-review", Way.HUMAN_REVIEW));
    all.put("answer-support", answerSupport());
    all.put("answer-support-wrong", with("wrong-code", answerSupport()));
    all.put("older-address", olderAddress());
    all.put("hold", hold());
    all.put("choose-password", at("choose-password", null, PASSWORD_CHOSEN));
    all.put("restoring", at("restoring", null));
    all.put("done", closed(RecoveryStatus.RESTORED));
    all.put("stopped", closed(RecoveryStatus.STOPPED));
    all.put("cancelled", closed(RecoveryStatus.CANCELLED));
    all.put("expired", closed(RecoveryStatus.EXPIRED));
    all.put("declined", closed(RecoveryStatus.DECLINED));
    all.put("own-step", ownStep());
    all.put("step-of-an-analyst", at("say-hello", null, ANOTHER_WAY_CHOSEN));
    all.put("hold-for-a-lost-factor", of(CasePurpose.SECOND_FACTOR, hold()));
    all.put(
        "done-for-a-lost-factor", of(CasePurpose.SECOND_FACTOR, closed(RecoveryStatus.RESTORED)));
    return all;
  }

  /** Second steps of a sign-in, by the name that is also their token in tests. */
  public static Map<String, RecoveryView> signIns() {
    Map<String, RecoveryView> all = new LinkedHashMap<>();
    all.put("sign-in-approval", approval());
    all.put("sign-in-code", codeByTextMessage());
    all.put("sign-in-app-code", with("wrong-code", appCode()));
    all.put("sign-in-backup-code", backupCode());
    all.put("sign-in-no-way-left", with("attempts-exhausted", at("no-way-left", null)));
    all.put("sign-in-proven", closed(RecoveryStatus.PROVEN));
    all.put("sign-in-used", closed(RecoveryStatus.SIGNED_IN));
    all.put("sign-in-factor-lost", closed(RecoveryStatus.FACTOR_LOST));
    all.put("sign-in-cancelled", closed(RecoveryStatus.CANCELLED));
    all.put("sign-in-expired", closed(RecoveryStatus.EXPIRED));
    all.replaceAll((name, view) -> of(CasePurpose.SIGN_IN, view));
    return all;
  }

  /** New addresses to be confirmed, by the name that is also their token in tests. */
  public static Map<String, RecoveryView> newAddresses() {
    Map<String, RecoveryView> all = new LinkedHashMap<>();
    all.put("new-address-code", codeByEmail());
    all.put("new-address-done", closed(RecoveryStatus.RESTORED));
    all.put("new-address-expired", closed(RecoveryStatus.EXPIRED));
    all.replaceAll((name, view) -> of(CasePurpose.NEW_ADDRESS, view));
    return all;
  }

  /** Waits for approval on another device. */
  public static RecoveryView approval() {
    RecoveryView view = due(at("await-approval", Way.LOGIN_REQUEST, ANOTHER_WAY_CHOSEN));
    return copy(view, view.purpose(), view.offers(), "42");
  }

  public static RecoveryView codeByTextMessage() {
    return due(
        at("enter-code", Way.TEXT_MESSAGE, CODE_ENTERED, RESEND_REQUESTED, ANOTHER_WAY_CHOSEN));
  }

  public static RecoveryView codeByEmail() {
    return due(at("enter-code", Way.EMAIL, CODE_ENTERED, RESEND_REQUESTED, ANOTHER_WAY_CHOSEN));
  }

  public static RecoveryView backupCode() {
    return at(
        "enter-backup-code",
        Way.BACKUP_CODE,
        BACKUP_CODE_ENTERED,
        CODE_ENTERED,
        ANOTHER_WAY_CHOSEN);
  }

  public static RecoveryView appCode() {
    return at("enter-app-code", Way.AUTHENTICATOR_APP, APP_CODE_ENTERED, ANOTHER_WAY_CHOSEN);
  }

  public static RecoveryView describe() {
    return at("describe-situation", Way.HUMAN_REVIEW, STATEMENT_GIVEN, ANOTHER_WAY_CHOSEN);
  }

  /** Support has questions. */
  public static RecoveryView answerSupport() {
    return at("answer-support", Way.HUMAN_REVIEW, SUPPORT_ANSWERED);
  }

  /** A code goes to an address that a reviewer chose. */
  public static RecoveryView olderAddress() {
    return due(
        at("enter-code", Way.HUMAN_REVIEW, CODE_ENTERED, RESEND_REQUESTED, ANOTHER_WAY_CHOSEN));
  }

  /** What is asked there. */
  public static Inquiry inquiry() {
    return new Inquiry(
        "7f9c24e8-0000-4000-8000-000000000001",
        1,
        "sora",
        List.of(
            new Inquiry.Asked(ReviewQuestion.OLD_ADDRESSES, "old@example.org"),
            new Inquiry.Asked(ReviewQuestion.ACCOUNT_SINCE, null)),
        Challenge.Kind.READ_OUT,
        null,
        ChallengeState.OPEN,
        NOW,
        null);
  }

  /** An analyst asks something. */
  public static RecoveryView ownStep() {
    return at(OwnStep.KEY, null, FORM_FILLED);
  }

  public static RecoveryView choosePassword() {
    return at("choose-password", null, PASSWORD_CHOSEN);
  }

  public static RecoveryView closed(RecoveryStatus status) {
    RecoveryView open = at("done", null);
    return new RecoveryView(
        open.caseId(),
        CasePurpose.PASSWORD,
        status,
        "done",
        STEP,
        null,
        false,
        open.ways(),
        Set.of(),
        null,
        null,
        null,
        open.locale(),
        open.openedAt(),
        null);
  }

  /** An open recovery that waits at this step for these messages, and can be cancelled. */
  public static RecoveryView at(String step, Way way, RecoveryMessage... offers) {
    Set<RecoveryMessage> all = EnumSet.of(RECOVERY_CANCELLED);
    all.addAll(List.of(offers));
    return new RecoveryView(
        "7f9c24e8-0000-4000-8000-000000000001",
        CasePurpose.PASSWORD,
        RecoveryStatus.OPEN,
        step,
        STEP,
        way,
        false,
        List.of(
            Way.TEXT_MESSAGE, Way.EMAIL, Way.BACKUP_CODE, Way.AUTHENTICATOR_APP, Way.HUMAN_REVIEW),
        all,
        null,
        null,
        null,
        Locale.ENGLISH,
        Instant.parse("2026-03-01T08:58:00Z"),
        null);
  }

  /** The same with something that happened last. */
  public static RecoveryView with(String notice, RecoveryView v) {
    return new RecoveryView(
        v.caseId(),
        v.purpose(),
        v.status(),
        v.step(),
        v.stepNumber(),
        v.way(),
        v.confirmsContact(),
        v.ways(),
        v.offers(),
        v.due(),
        notice,
        v.holdUntil(),
        v.locale(),
        v.openedAt(),
        null);
  }

  /** The same one step later. */
  public static RecoveryView later(RecoveryView v) {
    return new RecoveryView(
        v.caseId(),
        v.purpose(),
        v.status(),
        v.step(),
        v.stepNumber() + 1,
        v.way(),
        v.confirmsContact(),
        v.ways(),
        v.offers(),
        v.due(),
        v.notice(),
        v.holdUntil(),
        v.locale(),
        v.openedAt(),
        null);
  }

  private static RecoveryView due(RecoveryView v) {
    return new RecoveryView(
        v.caseId(),
        v.purpose(),
        v.status(),
        v.step(),
        v.stepNumber(),
        v.way(),
        v.confirmsContact(),
        v.ways(),
        v.offers(),
        NOW.plusSeconds(100),
        v.notice(),
        v.holdUntil(),
        v.locale(),
        v.openedAt(),
        null);
  }

  private static RecoveryView waitForSend() {
    return with("limited", due(at("wait-for-send", Way.TEXT_MESSAGE, ANOTHER_WAY_CHOSEN)));
  }

  private static RecoveryView confirmContact() {
    RecoveryView v = codeByEmail();
    return new RecoveryView(
        v.caseId(),
        v.purpose(),
        v.status(),
        v.step(),
        v.stepNumber(),
        Way.HUMAN_REVIEW,
        true,
        v.ways(),
        v.offers(),
        v.due(),
        null,
        null,
        v.locale(),
        v.openedAt(),
        null);
  }

  private static RecoveryView hold() {
    RecoveryView v = at("hold", null, BACKUP_CODE_ENTERED, APP_CODE_ENTERED);
    return new RecoveryView(
        v.caseId(),
        v.purpose(),
        v.status(),
        v.step(),
        v.stepNumber(),
        null,
        false,
        v.ways(),
        v.offers(),
        null,
        null,
        NOW.plusSeconds(86_400),
        v.locale(),
        v.openedAt(),
        null);
  }

  /** The same for another purpose; only sign-ins can tell that every factor is lost. */
  private static RecoveryView of(CasePurpose purpose, RecoveryView v) {
    Set<RecoveryMessage> offers = EnumSet.noneOf(RecoveryMessage.class);
    offers.addAll(v.offers());
    if (purpose == CasePurpose.SIGN_IN && v.status() == RecoveryStatus.OPEN) {
      offers.add(FACTOR_LOST);
    }
    return copy(v, purpose, offers, v.approvalNumber());
  }

  private static RecoveryView copy(
      RecoveryView v, CasePurpose purpose, Set<RecoveryMessage> offers, String number) {
    return new RecoveryView(
        v.caseId(),
        purpose,
        v.status(),
        v.step(),
        v.stepNumber(),
        v.way(),
        v.confirmsContact(),
        v.ways(),
        offers,
        v.due(),
        v.notice(),
        v.holdUntil(),
        v.locale(),
        v.openedAt(),
        number);
  }
}
