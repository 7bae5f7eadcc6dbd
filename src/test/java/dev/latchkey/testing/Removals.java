package dev.latchkey.testing;

import dev.latchkey.retention.Retained;
import java.time.Instant;
import java.util.Objects;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets one feature remove what is past its time. */
public final class Removals {
  private Removals() {}

  /** All of it, step by step. */
  public static void of(Retained feature, Instant now, TransactionTemplate transaction) {
    for (Retained.Removal removal : feature.removals(now)) {
      boolean more = true;
      while (more) {
        more =
            Objects.requireNonNull(transaction.execute(status -> removal.pass().removeSome()))
                .isPresent();
      }
    }
  }
}
