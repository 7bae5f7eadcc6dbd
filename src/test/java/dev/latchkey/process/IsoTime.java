package dev.latchkey.process;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;

/** ISO 8601 durations as the engine reads them: with a time part, or days and longer. */
final class IsoTime {

  private static final LocalDateTime SOME_DAY = LocalDateTime.of(2000, 1, 1, 0, 0);

  private IsoTime() {}

  static Duration parse(String text) {
    return text.contains("T")
        ? Duration.parse(text)
        : Duration.between(SOME_DAY, SOME_DAY.plus(Period.parse(text)));
  }
}
