package dev.latchkey.messaging;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Why a message is sent; decides its text (message keys {@code message.<key>.*}). */
public enum Purpose {
  /** A one-time code for a recovery. Facts: code, minutes, link (e-mail), objection (e-mail). */
  RECOVERY_CODE("recovery-code"),
  /** A one-time code that confirms an address to be added to an account. Facts: code, minutes. */
  NEW_ADDRESS_CODE("new-address-code"),
  /** A one-time code that confirms a contact address. Facts: code, minutes. */
  CONTACT_CODE("contact-code"),
  /** A one-time code to an older address, wanted by a reviewer. Facts: code, minutes. */
  CHALLENGE_CODE("challenge-code"),
  /** A one-time code for the second step of a sign-in. Facts: code, minutes. */
  SIGN_IN_CODE("sign-in-code"),
  /** The first of two proofs of a recovery was accepted. Facts: when, objection. */
  PROOF_ACCEPTED("proof-accepted"),
  /** A lost second factor was removed by a recovery. Facts: when, objection. */
  FACTOR_REMOVED("factor-removed"),
  /** The password was changed by a recovery. Facts: when, objection. */
  ACCESS_RESTORED("access-restored"),
  /** A hold has begun; access follows at its end. Facts: until, objection. */
  HOLD_STARTED("hold-started"),
  /** A stronger proof made a hold shorter. Facts: until, objection. */
  HOLD_SHORTENED("hold-shortened"),
  /** A recovery was stopped by "this wasn't me". Facts: when. */
  RECOVERY_STOPPED("recovery-stopped"),
  /** A security setting was changed. Facts: change, when, objection. */
  ACCOUNT_CHANGED("account-changed"),
  /** A change was taken back because of "this wasn't me". Facts: change, when, link. */
  CHANGE_TAKEN_BACK("change-taken-back"),
  /** Somebody asks support for access. Facts: objection. */
  REVIEW_REQUESTED("review-requested"),
  /** Support has questions. Facts: link. To the contact address. */
  REVIEW_QUESTIONS("review-questions"),
  /** The questions of support were not answered in time. Facts: link. To the contact address. */
  REVIEW_UNANSWERED("review-unanswered"),
  /** Support declined. Facts: reason. To the contact address. */
  REVIEW_DECLINED("review-declined"),
  /** Support approved. Facts: until. To the contact address. */
  REVIEW_APPROVED("review-approved"),
  /** To the support staff: an account holder says that a recovery was not theirs. Facts: case. */
  SUPPORT_ALERT("support-alert"),
  /** To the support staff: an account holder says that a change was not theirs. Facts: case. */
  CHANGE_ALERT("change-alert"),
  /** To the support staff: nobody decided on a request for hours. Facts: case. */
  REVIEW_WAITING("review-waiting"),
  /** To the leads of support: nobody decided on a request for a day. Facts: case. */
  REVIEW_OVERDUE("review-overdue"),
  /** Answers a text message: the number gets our texts from now on. No facts. */
  TEXTS_ALLOWED("texts-allowed"),
  /** Answers a text message: the number gets no more texts. Facts: link. */
  TEXTS_ENDED("texts-ended"),
  /** Answers a text message: what this number is. Facts: link. */
  TEXT_HELP("text-help");

  private static final Set<Purpose> ANSWERS = EnumSet.of(TEXTS_ALLOWED, TEXTS_ENDED, TEXT_HELP);

  private final String key;

  Purpose(String key) {
    this.key = key;
  }

  /** The purpose with this key. */
  static Purpose ofKey(String key) {
    return Arrays.stream(values())
        .filter(purpose -> purpose.key.equals(key))
        .findFirst()
        .orElseThrow();
  }

  /** The answers to text messages that people send to the service; there is no mail of them. */
  static Set<Purpose> answersToTexts() {
    return Collections.unmodifiableSet(ANSWERS);
  }

  /** Whether even a number that opted out gets it: the end is confirmed, and help is given. */
  boolean reachesOptedOut() {
    return this == TEXTS_ENDED || this == TEXT_HELP;
  }

  /** Part of the message keys and of the database row. */
  public String key() {
    return key;
  }
}
