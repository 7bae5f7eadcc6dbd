package dev.latchkey.account;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Knows which changes one transaction makes: a press of a button may be several, as the removal of
 * the last phone number that turns the second factor off.
 */
final class MadeTogether {
  private MadeTogether() {}

  /** The first change of the running transaction: this one, if there was none before it. */
  static String first(String changeId) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      return changeId;
    }
    Object first = TransactionSynchronizationManager.getResource(MadeTogether.class);
    if (first == null) {
      remember(changeId);
      return changeId;
    }
    return (String) first;
  }

  private static void remember(String changeId) {
    TransactionSynchronizationManager.bindResource(MadeTogether.class, changeId);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void suspend() {
            TransactionSynchronizationManager.unbindResource(MadeTogether.class);
          }

          @Override
          public void resume() {
            TransactionSynchronizationManager.bindResource(MadeTogether.class, changeId);
          }

          @Override
          public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(MadeTogether.class);
          }
        });
  }
}
