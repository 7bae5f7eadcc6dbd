package dev.latchkey.recovery;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.PasswordPolicy;
import dev.latchkey.directory.PasswordVerdict;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Judges a chosen password and keeps the hash of a good one until access is restored. */
@Component
class NewPasswords {
  private final AccountDirectory directory;
  private final PasswordPolicy policy;
  private final CaseStore cases;

  NewPasswords(AccountDirectory directory, PasswordPolicy policy, CaseStore cases) {
    this.directory = directory;
    this.policy = policy;
    this.cases = cases;
  }

  /** Why the password cannot be taken; empty if it was good, and its hash is kept. */
  Optional<AnswerResult> problemOf(RecoveryCase recovery, Answer.NewPassword answer) {
    Optional<Account> account =
        Optional.ofNullable(recovery.accountId()).flatMap(directory::findById);
    if (account.isEmpty()) {
      return Optional.of(new AnswerResult.NotWaitedFor(recovery.view()));
    }
    PasswordVerdict verdict = policy.check(account.get(), answer.password(), answer.repeated());
    if (verdict instanceof PasswordVerdict.Refused refused) {
      return Optional.of(
          new AnswerResult.WeakPassword(refused.rule(), refused.limit(), recovery.view()));
    }
    cases.keepPendingPassword(recovery.id(), ((PasswordVerdict.Accepted) verdict).hash().encoded());
    return Optional.empty();
  }
}
