package dev.latchkey.help;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A notice as staff typed it; nothing of it is checked yet. No part is null.
 *
 * @param channels keys of channels
 * @param countries codes with commas or spaces between
 * @param starts local time in UTC, such as 2026-03-01T09:00; empty for now
 * @param ends the same; empty for an open end
 * @param texts by language; English is needed where another language has one
 */
public record NewNotice(
    String kind,
    Set<String> channels,
    String countries,
    String starts,
    String ends,
    Map<String, String> texts) {
  static final String ENGLISH = "en";

  /** Most characters of a text. */
  public static final int LONGEST_TEXT = 500;

  /** Most countries of a notice: their codes fit into the row. */
  private static final int MOST_COUNTRIES = 100;

  private static final Pattern SEPARATOR = Pattern.compile("[,;\\s]+");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  /** What is wrong with a part: the name of the part and of the problem, for texts. */
  public record Flaw(String field, String problem) {}

  /** The first thing that is wrong, or empty. */
  Optional<Flaw> flaw(Instant now) {
    if (NoticeKind.ofKey(kind).isEmpty()) {
      return flaw("kind", "unknown");
    }
    if (channels.isEmpty()) {
      return flaw("channels", "missing");
    }
    List<String> codes = countryCodes();
    if (codes.size() > MOST_COUNTRIES || !COUNTRIES.containsAll(codes)) {
      return flaw("countries", "unknown");
    }
    return timesFlaw(now).or(this::textsFlaw);
  }

  private Optional<Flaw> timesFlaw(Instant now) {
    try {
      Instant from = time(starts).orElse(now);
      Instant until = time(ends).orElse(null);
      return until != null && !until.isAfter(from.isBefore(now) ? now : from)
          ? flaw("ends", "early")
          : Optional.empty();
    } catch (DateTimeException noTime) {
      return flaw("starts", "unreadable");
    }
  }

  private Optional<Flaw> textsFlaw() {
    if (texts.values().stream().anyMatch(text -> text.length() > LONGEST_TEXT)) {
      return flaw("text", "long");
    }
    boolean translated = texts.values().stream().anyMatch(text -> !text.isBlank());
    return translated && texts.getOrDefault(ENGLISH, "").isBlank()
        ? flaw("text", "english")
        : Optional.empty();
  }

  private static Optional<Flaw> flaw(String field, String problem) {
    return Optional.of(new Flaw(field, problem));
  }

  List<String> countryCodes() {
    return Arrays.stream(SEPARATOR.split(countries.strip()))
        .filter(code -> !code.isEmpty())
        .map(code -> code.toUpperCase(Locale.ROOT))
        .distinct()
        .sorted()
        .toList();
  }

  Optional<Instant> startsAt() {
    return time(starts);
  }

  Optional<Instant> endsAt() {
    return time(ends);
  }

  private static Optional<Instant> time(String typed) {
    return typed.isBlank()
        ? Optional.empty()
        : Optional.of(LocalDateTime.parse(typed.strip()).toInstant(ZoneOffset.UTC));
  }
}
