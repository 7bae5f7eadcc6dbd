package dev.latchkey.recovery;

import dev.latchkey.proof.Attempts;
import dev.latchkey.proof.CodeIssue;
import dev.latchkey.proof.OneTimeCodes;
import dev.latchkey.proof.Submission;
import dev.latchkey.proof.Way;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Counts a try before anything looks at the code (R6): per account and way, over all recoveries.
 * Codes that prove nothing about an account are counted per address instead.
 */
@Component
class CountedTries {
  private static final int LONGEST_CODE = 64;

  private final OneTimeCodes codes;
  private final Attempts attempts;

  CountedTries(OneTimeCodes codes, Attempts attempts) {
    this.codes = codes;
    this.attempts = attempts;
  }

  static boolean looksLikeACode(String typed) {
    return typed != null && !typed.isBlank() && typed.length() <= LONGEST_CODE;
  }

  Optional<Submission> forTyped(RecoveryCase recovery, Answer.Code answer) {
    return switch (answer.message()) {
      case CODE_ENTERED ->
          codes.newest(recovery.id()).map(issue -> counted(recovery, issue, answer.code(), false));
      case BACKUP_CODE_ENTERED -> Optional.of(counted(recovery, Way.BACKUP_CODE, answer.code()));
      case APP_CODE_ENTERED -> Optional.of(counted(recovery, Way.AUTHENTICATOR_APP, answer.code()));
      default -> Optional.empty();
    };
  }

  Optional<Submission> forLink(RecoveryCase recovery, String linkToken) {
    return codes.newest(recovery.id()).map(issue -> counted(recovery, issue, linkToken, true));
  }

  private Submission counted(
      RecoveryCase recovery, CodeIssue issue, String submitted, boolean byLink) {
    String subject = issue.use().subject(recovery.subject(), issue.targetHash());
    return new Submission(submitted, attempts.take(subject, issue.way()), byLink);
  }

  private Submission counted(RecoveryCase recovery, Way way, String typed) {
    return new Submission(typed, attempts.take(recovery.subject(), way), false);
  }
}
