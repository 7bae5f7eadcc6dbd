package dev.latchkey.messaging.twilio;

import com.twilio.http.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.hc.core5.http.Header;

/**
 * When a provider wants to be asked again (RFC 9110, 10.2.3). A time of day is read against the
 * provider's own clock, which may differ from ours.
 */
final class RetryAfter {
  /** No code lives longer, so nothing is waited for longer. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private RetryAfter() {}

  /** Zero where the answer does not say, or in no way that can be read. */
  static Duration of(Response answer) {
    Duration wait = header(answer, "Retry-After").map(said -> read(said, answer)).orElse(null);
    if (wait == null || wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  private static Duration read(String said, Response answer) {
    if (said.matches("[0-9]{1,18}")) {
      return Duration.ofSeconds(Long.parseLong(said));
    }
    Optional<Instant> now = header(answer, "Date").flatMap(RetryAfter::instant);
    Optional<Instant> then = instant(said);
    return now.isPresent() && then.isPresent() ? Duration.between(now.get(), then.get()) : null;
  }

  private static Optional<Instant> instant(String date) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
    } catch (DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<String> header(Response answer, String name) {
    Header[] headers = answer.getHeaders();
    return headers == null
        ? Optional.empty()
        : Arrays.stream(headers)
            .filter(header -> header.getName().equalsIgnoreCase(name))
            .map(header -> header.getValue().strip())
            .findFirst();
  }
}
