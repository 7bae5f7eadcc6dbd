package dev.latchkey.retention;

import dev.latchkey.retention.Retained.Removal;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes everything that is past its time (R24), in short transactions. It may be ended between
 * any two of them, or killed within one: what was committed is gone, the rest is untouched, and the
 * next run goes on with it.
 */
@Component
public class RetentionRun {
  private static final Logger LOG = LoggerFactory.getLogger(RetentionRun.class);

  private final List<Retained> features;
  private final TransactionTemplate transaction;
  private final MeterRegistry meters;
  private final Clock clock;

  RetentionRun(
      List<Retained> features,
      PlatformTransactionManager transactions,
      MeterRegistry meters,
      Clock clock) {
    this.features = List.copyOf(features);
    this.transaction = new TransactionTemplate(transactions);
    this.meters = meters;
    this.clock = clock;
    features.forEach(
        feature -> feature.removals(Instant.EPOCH).forEach(one -> count(one.kind(), 0)));
  }

  /** How a run ended. */
  enum End {
    /** Everything that was due is gone. */
    DONE,
    /** Some of it could not be removed; said in the log. */
    FAILED,
    /** Somebody else goes on with it. */
    LEFT
  }

  /** Removes all that is due; must not be called in a transaction. */
  public void removeAll() {
    removeWhile(() -> true);
  }

  /**
   * Removes what is due.
   *
   * @param mayGoOn asked in each transaction, before anything is removed
   */
  End removeWhile(BooleanSupplier mayGoOn) {
    Instant now = clock.instant();
    Map<String, Integer> removed = new TreeMap<>();
    End end = End.DONE;
    for (Retained feature : features) {
      for (Removal removal : feature.removals(now)) {
        End one = remove(removal, mayGoOn, removed);
        if (one == End.LEFT) {
          return one;
        }
        end = one == End.FAILED ? one : end;
      }
    }
    LOG.info("Removed what was past its time: {}", removed.isEmpty() ? "nothing" : removed);
    return end;
  }

  private End remove(Removal removal, BooleanSupplier mayGoOn, Map<String, Integer> removed) {
    try {
      boolean more = true;
      while (more) {
        Step step = transaction.execute(status -> step(removal, mayGoOn));
        if (step == null || step.left) {
          return End.LEFT;
        }
        more = step.removed.isPresent();
        step.removed.ifPresent(rows -> count(removal.kind(), rows));
        step.removed.ifPresent(rows -> removed.merge(removal.kind(), rows, Integer::sum));
      }
      return End.DONE;
    } catch (RuntimeException fault) {
      meters.counter("latchkey.retention.failures", "kind", removal.kind()).increment();
      LOG.error(
          "Old {} could not be removed; tried again within the hour. {} went before: {}",
          removal.kind(),
          removed.getOrDefault(removal.kind(), 0),
          fault.getMessage());
      return End.FAILED;
    }
  }

  private record Step(boolean left, OptionalInt removed) {}

  private static Step step(Removal removal, BooleanSupplier mayGoOn) {
    return mayGoOn.getAsBoolean()
        ? new Step(false, removal.pass().removeSome())
        : new Step(true, OptionalInt.empty());
  }

  private void count(String kind, int rows) {
    meters.counter("latchkey.retention.removed", "kind", kind).increment(rows);
  }
}
