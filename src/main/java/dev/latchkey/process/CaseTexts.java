package dev.latchkey.process;

import dev.latchkey.review.StaffWords;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How times, spans and constants read in a case file. */
final class CaseTexts {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private CaseTexts() {}

  /** Date and time in UTC. */
  static String time(Instant at) {
    return TIME.format(at.atOffset(ZoneOffset.UTC));
  }

  /** How long ago, so roughly that it answers no question about the date. */
  static String roughly(Instant at, Instant now) {
    long days = Duration.between(at, now).toDays();
    if (days < 30) {
      return "less than 30 days ago";
    } else if (days < 183) {
      return "1 to 6 months ago";
    } else if (days < 365) {
      return "6 to 12 months ago";
    } else if (days < 3 * 365) {
      return "1 to 3 years ago";
    }
    return "more than 3 years ago";
  }

  static String word(Enum<?> constant) {
    return StaffWords.of(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
