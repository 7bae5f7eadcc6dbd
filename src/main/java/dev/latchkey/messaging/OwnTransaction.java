package dev.latchkey.messaging;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** For what must stay when the caller's transaction rolls back: it commits before it returns. */
@Component
public class OwnTransaction {
  private static final int MOST_TRIES = 5;
  private final TransactionTemplate template;

  OwnTransaction(PlatformTransactionManager transactions) {
    this.template = new TransactionTemplate(transactions);
    this.template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Runs the work in a new transaction. */
  public void run(Runnable work) {
    template.executeWithoutResult(status -> work.run());
  }

  /** Runs the work in a new transaction and returns what it returns, null included. */
  public <T> T call(Supplier<T> work) {
    return template.execute(status -> work.get());
  }

  /**
   * As {@link #run}, and again where something else changed the same rows at the same moment.
   *
   * @throws ConcurrencyFailureException if that happens every time
   */
  void runUntilAlone(Runnable work) {
    for (int tries = 1; true; tries++) {
      try {
        run(work);
        return;
      } catch (ConcurrencyFailureException disturbed) {
        if (tries == MOST_TRIES) {
          throw disturbed;
        }
      }
    }
  }

  /**
   * Writes a row that may be there already. Not in the caller's transaction, because PostgreSQL
   * takes nothing more in one after a duplicate key.
   */
  void runUnlessDuplicate(Runnable write) {
    try {
      run(write);
    } catch (DuplicateKeyException present) {
      return;
    }
  }
}
