package dev.latchkey.process.guard;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.Optional;

/** ISO 8601 durations as the engine reads them: {@code PT2M}, {@code P7D}, {@code P1DT12H}. */
final class Durations {
  private static final LocalDateTime SOME_DAY = LocalDateTime.of(2000, 1, 1, 0, 0);

  private Durations() {}

  /** The duration, or empty if it cannot be read or is not above zero. */
  static Optional<Duration> read(String text) {
    try {
      int time = text.indexOf('T');
      Duration duration = time < 0 ? days(text) : ofBoth(text, time);
      return duration.isNegative() || duration.isZero() ? Optional.empty() : Optional.of(duration);
    } catch (DateTimeException | ArithmeticException unreadable) {
      return Optional.empty();
    }
  }

  private static Duration ofBoth(String text, int time) {
    boolean datesToo = time > 1;
    Duration dates = datesToo ? days(text.substring(0, time)) : Duration.ZERO;
    return dates.plus(Duration.parse("P" + text.substring(time)));
  }

  private static Duration days(String text) {
    return Duration.between(SOME_DAY, SOME_DAY.plus(Period.parse(text)));
  }
}
