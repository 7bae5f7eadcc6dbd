package dev.latchkey.process.guard;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Gives up on what does not end by itself. It stands behind {@link FeelLimits}, for what that
 * overlooks: the thread cannot be stopped and runs on, but whoever deploys gets an answer.
 */
final class TimeLimit {
  /** Real time; a table of a thousand rows takes a second. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private TimeLimit() {}

  /** Runs a check of a file; what it finds counts only if it ends. */
  static void check(String file, Findings findings, Consumer<Findings> check) {
    Findings own = new Findings();
    boolean ended =
        within(
                LONGEST,
                () -> {
                  check.accept(own);
                  return true;
                })
            .isPresent();
    if (ended) {
      findings.addAll(own);
    } else {
      findings.add(
          Rule.FEEL_ENDLESS,
          file,
          "Trying it was given up: it takes longer than "
              + LONGEST.toSeconds()
              + " seconds, or more memory than there is",
          "Make the expressions simpler, or the table shorter");
    }
  }

  /**
   * The result, or empty when the time is over.
   *
   * @param limit real time
   */
  static <T> Optional<T> within(Duration limit, Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread thread = new Thread(task, "guard-decisions");
    thread.setDaemon(true);
    thread.start();
    try {
      return Optional.of(task.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException endless) {
      task.cancel(true);
      return Optional.empty();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof VirtualMachineError) {
        return Optional.empty();
      }
      throw failed.getCause() instanceof RuntimeException fault
          ? fault
          : new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
