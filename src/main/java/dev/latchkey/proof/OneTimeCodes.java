package dev.latchkey.proof;

import dev.latchkey.secret.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Codes sent by text message or e-mail. A code belongs to one recovery and one way, counts once,
 * and only as long as no newer one was issued. All methods join the caller's transaction.
 */
@Component
public class OneTimeCodes {
  /** Life of a typed code (NIST SP 800-63B-4, section 4.2.1.2). */
  static final Duration CODE_LIFE = Duration.ofMinutes(10);

  /** Life of the link in an e-mail. */
  static final Duration LINK_LIFE = Duration.ofMinutes(60);

  private final CodeIssues issues;
  private final CodeDeriver deriver;
  private final TransactionTemplate transaction;
  private final Clock clock;

  OneTimeCodes(
      CodeIssues issues, CodeDeriver deriver, PlatformTransactionManager manager, Clock clock) {
    this.issues = issues;
    this.deriver = deriver;
    this.transaction = new TransactionTemplate(manager);
    this.clock = clock;
  }

  /**
   * Makes a new code; the recovery's older ones stop working.
   *
   * @param addressId the account's address, or null for a decoy or a contact address
   * @param deliverable false for a decoy: the code is never accepted
   */
  public CodeIssue issue(
      String caseId,
      Way way,
      CodeUse use,
      String targetHash,
      String addressId,
      boolean deliverable) {
    return transaction.execute(
        status -> {
          issues.closeOpen(caseId, CodeState.REPLACED);
          Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
          CodeIssue issue =
              new CodeIssue(
                  UUID.randomUUID().toString(),
                  caseId,
                  way,
                  use,
                  issues.nextNumber(caseId, way),
                  targetHash,
                  addressId,
                  deliverable,
                  CodeState.OPEN,
                  now,
                  now.plus(CODE_LIFE),
                  now.plus(LINK_LIFE));
          issues.insert(issue, Tokens.hash(deriver.linkToken(issue)));
          return issue;
        });
  }

  /** The six digits of this issue, always the same. For the message only: never store or log it. */
  public String code(CodeIssue issue) {
    return deriver.code(issue);
  }

  /** The token of this issue's e-mail link. For the message only: never store or log it. */
  public String linkToken(CodeIssue issue) {
    return deriver.linkToken(issue);
  }

  /**
   * Checks what a person submitted against the newest issue of the recovery, and uses it up if it
   * is right. Whatever is not accepted on the last try is {@link CheckOutcome#EXHAUSTED}, and kills
   * the issue.
   */
  public CheckOutcome check(String caseId, CodeUse use, Submission submission) {
    if (!submission.attempt().granted()) {
      return CheckOutcome.EXHAUSTED;
    }
    return transaction.execute(
        status -> {
          Optional<CodeIssue> newest = issues.newest(caseId);
          CheckOutcome outcome =
              newest.map(issue -> compare(issue, use, submission)).orElse(CheckOutcome.WRONG);
          if (outcome == CheckOutcome.ACCEPTED || !submission.attempt().last()) {
            return outcome;
          }
          newest
              .filter(issue -> issue.way() == submission.attempt().way())
              .ifPresent(issue -> issues.leaveOpen(issue.id(), CodeState.DEAD));
          return CheckOutcome.EXHAUSTED;
        });
  }

  /** The issue that counts now, or the last one that did. */
  public Optional<CodeIssue> newest(String caseId) {
    return issues.newest(caseId);
  }

  /** The issue with this id. */
  public Optional<CodeIssue> byId(String id) {
    return issues.byId(id);
  }

  /** The issue that a link belongs to, whatever its state. Changes nothing. */
  public Optional<CodeIssue> byLinkToken(String token) {
    return issues.byLinkHash(Tokens.hash(token));
  }

  /** Whether the link would be accepted now. Changes nothing, however often it is called. */
  public boolean linkUsable(String token) {
    return byLinkToken(token)
        .filter(CodeIssue::open)
        .filter(CodeIssue::deliverable)
        .filter(issue -> clock.instant().isBefore(issue.linkExpiresAt()))
        .isPresent();
  }

  /** Ends whatever code the recovery still waits for. */
  public void closeAll(String caseId) {
    issues.closeOpen(caseId, CodeState.CLOSED);
  }

  /** Does the same work whatever the outcome, and for decoys too. */
  private CheckOutcome compare(CodeIssue issue, CodeUse use, Submission submission) {
    boolean same = matches(issue, submission);
    boolean sameAsBefore =
        issues
            .newestReplaced(issue.caseId())
            .filter(CodeIssue::deliverable)
            .filter(before -> matches(before, submission))
            .isPresent();
    Instant end = submission.byLink() ? issue.linkExpiresAt() : issue.expiresAt();
    if (!issue.deliverable() || issue.use() != use || issue.way() != submission.attempt().way()) {
      return CheckOutcome.WRONG;
    }
    if (!same) {
      return sameAsBefore ? CheckOutcome.EXPIRED : CheckOutcome.WRONG;
    }
    if (!clock.instant().isBefore(end)) {
      return CheckOutcome.EXPIRED;
    }
    return issues.leaveOpen(issue.id(), CodeState.USED)
        ? CheckOutcome.ACCEPTED
        : CheckOutcome.WRONG;
  }

  private boolean matches(CodeIssue issue, Submission submission) {
    return submission.byLink()
        ? TypedDigits.same(deriver.linkToken(issue), submission.code())
        : TypedDigits.same(deriver.code(issue), TypedDigits.normalise(submission.code()));
  }
}
