package dev.latchkey.account;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountChange;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.proof.BackupCodes;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes further backup codes for an account holder, and tells all addresses. */
@Component
public class MoreBackupCodes {
  private final AccountDirectory directory;
  private final BackupCodes codes;
  private final Changes changes;
  private final TransactionTemplate transaction;

  MoreBackupCodes(
      AccountDirectory directory,
      BackupCodes codes,
      Changes changes,
      PlatformTransactionManager manager) {
    this.directory = directory;
    this.codes = codes;
    this.changes = changes;
    this.transaction = new TransactionTemplate(manager);
  }

  /**
   * Makes as many as fit beside the active ones.
   *
   * @param wanted 1 to 5
   * @return in clear, to be shown this once, in the order of use; may be empty
   */
  public List<String> make(Session by, int wanted) {
    return transaction.execute(
        status -> {
          Account account = directory.findToChange(by.accountId()).orElseThrow();
          if (codes.active(account.id()) >= BackupCodes.MOST_ACTIVE) {
            return List.of();
          }
          // published first: whoever takes the change back ends the codes made from its time on
          changes.publish(by, AccountChange.BACKUP_CODES_MADE);
          return codes.generate(account.id(), wanted);
        });
  }

  /** How many can be used now. */
  public int active(String accountId) {
    return codes.active(accountId);
  }
}
