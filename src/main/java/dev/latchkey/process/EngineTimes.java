package dev.latchkey.process;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Points in time as the engine's timers read them: ISO 8601, UTC, whole seconds. */
final class EngineTimes {
  private EngineTimes() {}

  /** Rounded up to the next second, so that a timer is never early. */
  static String text(Instant instant) {
    Instant whole = instant.truncatedTo(ChronoUnit.SECONDS);
    Instant rounded = whole.equals(instant) ? whole : whole.plusSeconds(1);
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(rounded.atOffset(ZoneOffset.UTC));
  }
}
