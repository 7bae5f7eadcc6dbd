package dev.latchkey.process;

import dev.latchkey.messaging.LimitVerdict;
import dev.latchkey.messaging.MessageIntent;
import dev.latchkey.messaging.Outbox;
import dev.latchkey.messaging.Purpose;
import dev.latchkey.messaging.SendLimits;
import dev.latchkey.messaging.SendOutcome;
import dev.latchkey.proof.Attempts;
import dev.latchkey.proof.CodeIssue;
import dev.latchkey.proof.CodeUse;
import dev.latchkey.proof.OneTimeCodes;
import dev.latchkey.proof.Way;
import dev.latchkey.recovery.CaseStore;
import dev.latchkey.recovery.RecoveryCase;
import dev.latchkey.recovery.RecoveryTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes codes and sends them, within the limits. */
@Component
class CodeSender {
  private final CaseStore cases;
  private final CodeTargets targets;
  private final Attempts attempts;
  private final SendLimits limits;
  private final OneTimeCodes codes;
  private final Outbox outbox;
  private final RecoveryTokens tokens;
  private final Clock clock;

  CodeSender(
      CaseStore cases,
      CodeTargets targets,
      Attempts attempts,
      SendLimits limits,
      OneTimeCodes codes,
      Outbox outbox,
      RecoveryTokens tokens,
      Clock clock) {
    this.cases = cases;
    this.targets = targets;
    this.attempts = attempts;
    this.limits = limits;
    this.codes = codes;
    this.outbox = outbox;
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * What may be done now.
   *
   * @param nextSend when a code may be sent, for LATER; null otherwise
   * @param messageId the recorded intent, for ALLOWED; null otherwise
   */
  record Issued(LimitVerdict.Decision decision, Instant nextSend, String messageId) {}

  /**
   * Makes a new code and records that it is to be sent; the one before stops working. One that the
   * provider could not take so far is kept: whoever waits gets it as soon as the channel works. One
   * that a reviewer wanted goes to nobody where a limit holds it back, and seems to be sent: the
   * limits of an address are shared by all recoveries, so that they would tell which one is on
   * file.
   *
   * @param previous message of the code before, or null
   * @param again whether a code went this way before
   */
  Issued issue(String caseId, String channel, String previous, boolean again) {
    if (previous != null && outbox.queued(previous)) {
      cases.writeNotice(caseId, Notice.NOT_SENT_YET);
      return new Issued(LimitVerdict.Decision.ALLOWED, null, previous);
    }
    RecoveryCase recovery = cases.byId(caseId).orElseThrow();
    CodeTarget target = targets.of(recovery, channel);
    cases.writeWay(caseId, shownWay(target), target.use() == CodeUse.CONTACT);
    if (attempts.blocked(target.subject(), target.way())) {
      cases.writeNotice(caseId, Notice.ATTEMPTS_EXHAUSTED);
      return new Issued(LimitVerdict.Decision.REFUSED, null, null);
    }
    LimitVerdict verdict =
        limits.claim(target.channel(), target.address(), target.hash(), recovery.clientHash());
    boolean allowed = verdict.decision() == LimitVerdict.Decision.ALLOWED;
    if (!allowed && target.use() != CodeUse.CHALLENGE) {
      boolean later = verdict.decision() == LimitVerdict.Decision.LATER;
      cases.writeNotice(caseId, later ? Notice.NEXT_SEND_LATER : Notice.LIMITED);
      return new Issued(verdict.decision(), verdict.nextPossible(), null);
    }
    if (again) {
      cases.writeNotice(caseId, Notice.CODE_RESENT);
    }
    String message = intend(recovery, allowed ? target : target.toNobody());
    return new Issued(LimitVerdict.Decision.ALLOWED, null, message);
  }

  /** A code for a reviewer is part of the review, whatever channel it goes by. */
  private static Way shownWay(CodeTarget target) {
    return switch (target.use()) {
      case CONTACT -> null;
      case CHALLENGE -> Way.HUMAN_REVIEW;
      case PROOF, ADDRESS -> target.way();
    };
  }

  private String intend(RecoveryCase recovery, CodeTarget target) {
    CodeIssue issue =
        codes.issue(
            recovery.id(),
            target.way(),
            target.use(),
            target.hash(),
            target.addressId(),
            target.deliverable());
    return outbox.intend(
        new MessageIntent(
            recovery.id(),
            issue.id(),
            purpose(recovery, target),
            target.channel(),
            target.address(),
            target.hash(),
            recovery.clientHash(),
            recovery.locale()));
  }

  private static Purpose purpose(RecoveryCase recovery, CodeTarget target) {
    return switch (target.use()) {
      case PROOF -> recovery.purpose().recovers() ? Purpose.RECOVERY_CODE : Purpose.SIGN_IN_CODE;
      case CONTACT -> Purpose.CONTACT_CODE;
      case ADDRESS -> Purpose.NEW_ADDRESS_CODE;
      case CHALLENGE -> Purpose.CHALLENGE_CODE;
    };
  }

  /**
   * Sends the newest code of the recovery. One that a reviewer wanted counts as sent whatever the
   * provider says: the person must not learn what is on file.
   *
   * @return false if it will not arrive: refused by the provider, or no longer worth sending
   */
  boolean send(String caseId, String messageId) {
    RecoveryCase recovery = cases.byId(caseId).orElseThrow();
    CodeIssue issue = codes.newest(caseId).orElseThrow();
    if (!recovery.open()) {
      outbox.expireAll(caseId);
      return false;
    }
    SendOutcome outcome = outbox.send(messageId, facts(recovery, issue));
    return issue.use() == CodeUse.CHALLENGE
        || outcome == SendOutcome.ACCEPTED
        || outcome == SendOutcome.SUPPRESSED;
  }

  /** Begun ones count; at least one. */
  private long minutesLeft(CodeIssue issue) {
    Duration left = Duration.between(clock.instant(), issue.expiresAt());
    return Math.max(1, left.plusSeconds(59).toMinutes());
  }

  private Map<String, String> facts(RecoveryCase recovery, CodeIssue issue) {
    Map<String, String> facts = new HashMap<>();
    facts.put("code", codes.code(issue));
    facts.put("expires", issue.expiresAt().toString());
    facts.put("minutes", String.valueOf(minutesLeft(issue)));
    if (issue.use() == CodeUse.PROOF && issue.way() == Way.EMAIL && recovery.purpose().recovers()) {
      facts.put("link", "/recovery/link?t=" + codes.linkToken(issue));
      facts.put("objection", "/not-me?t=" + tokens.objection(recovery.id()));
    }
    return facts;
  }
}
