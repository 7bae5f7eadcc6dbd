package dev.latchkey.process;

import dev.latchkey.help.StuckCause;
import dev.latchkey.messaging.TemporarySendFailure;
import dev.latchkey.recovery.AccessRefused;
import java.util.Map;
import java.util.regex.Pattern;

/** Tells from the trace of a failed job what it failed of. */
final class StuckCauses {
  private static final Pattern DATABASE =
      Pattern.compile(
          "java\\.sql\\.|org\\.h2\\.|org\\.postgresql\\.|org\\.springframework\\.(dao|jdbc)\\."
              + "|CannotCreateTransactionException");
  private static final Map<String, StuckCause> OWN =
      Map.of(
          TemporarySendFailure.class.getName(),
          StuckCause.PROVIDER,
          "RecipientDeferred",
          StuckCause.PROVIDER,
          AccessRefused.class.getName(),
          StuckCause.PROOF);

  private StuckCauses() {}

  /** {@code trace} may be null. */
  static StuckCause of(String trace) {
    if (trace == null) {
      return StuckCause.FAULT;
    }
    String causes =
        trace
            .lines()
            .filter(line -> !line.startsWith("\tat "))
            .reduce("", (before, line) -> before + line + "\n");
    return OWN.entrySet().stream()
        .filter(own -> causes.contains(own.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(DATABASE.matcher(causes).find() ? StuckCause.DATABASE : StuckCause.FAULT);
  }
}
