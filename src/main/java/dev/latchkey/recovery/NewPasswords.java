package dev.latchkey.recovery;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.PasswordPolicy;
import dev.latchkey.directory.PasswordVerdict;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Judges a chosen password. */
@Component
class NewPasswords {
  private final AccountDirectory directory;
  private final PasswordPolicy policy;

  NewPasswords(AccountDirectory directory, PasswordPolicy policy) {
    this.directory = directory;
    this.policy = policy;
  }

  /**
   * Why the password cannot be taken, or its hash, to be kept once the process takes the answer.
   * Changes nothing.
   */
  Judged judge(RecoveryCase recovery, Answer.NewPassword answer) {
    Optional<Account> account =
        Optional.ofNullable(recovery.accountId()).flatMap(directory::findById);
    if (account.isEmpty()) {
      return new Judged(new AnswerResult.NotWaitedFor(recovery.view()), null);
    }
    PasswordVerdict verdict = policy.check(account.get(), answer.password(), answer.repeated());
    if (verdict instanceof PasswordVerdict.Refused refused) {
      return new Judged(
          new AnswerResult.WeakPassword(refused.rule(), refused.limit(), recovery.view()), null);
    }
    return new Judged(null, ((PasswordVerdict.Accepted) verdict).hash().encoded());
  }

  /** Either a problem or a hash; the other is null. */
  record Judged(AnswerResult problem, String hash) {}
}
