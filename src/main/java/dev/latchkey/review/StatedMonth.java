package dev.latchkey.review;

import java.text.Normalizer;
import java.time.Instant;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A month or year as people write it: 2025-03, 03/2025, 14.3.2025, March 2025, 2025年3月, मार्च २०२५,
 * 2025. A notation that can be read in two ways has both readings.
 *
 * @param months possible readings; empty where only a year was named
 * @param year null where months were named
 */
record StatedMonth(List<YearMonth> months, Year year) {
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.JAPANESE, Locale.forLanguageTag("mr"), Locale.GERMAN);
  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2999;

  /** What was written, or empty if it names no month or year that could be understood. */
  static Optional<StatedMonth> of(String written) {
    String text = plain(written);
    List<Integer> numbers =
        NUMBER
            .matcher(text)
            .results()
            .map(found -> Integer.valueOf(shortened(found.group())))
            .toList();
    Optional<Integer> year = numbers.stream().filter(StatedMonth::isYear).findFirst();
    if (year.isEmpty() || numbers.size() > 3) {
      return Optional.empty();
    }
    List<Integer> rest = new ArrayList<>(numbers);
    rest.remove(year.get());
    return named(text)
        .map(month -> months(year.get(), List.of(month.getValue())))
        .or(() -> read(year.get(), numbers.get(0).equals(year.get()), rest));
  }

  /** Memory is off by a month easily, by more hardly. */
  boolean fits(Instant onFile) {
    YearMonth stored = YearMonth.from(onFile.atOffset(ZoneOffset.UTC));
    return year != null
        ? year.getValue() == stored.getYear()
        : months.stream()
            .anyMatch(
                month ->
                    !stored.isBefore(month.minusMonths(1)) && !stored.isAfter(month.plusMonths(1)));
  }

  private static Optional<StatedMonth> read(int year, boolean yearFirst, List<Integer> rest) {
    if (rest.isEmpty()) {
      return Optional.of(new StatedMonth(List.of(), Year.of(year)));
    }
    List<Integer> candidates = yearFirst ? rest.subList(0, 1) : rest;
    List<Integer> readings = candidates.stream().filter(n -> n >= 1 && n <= 12).distinct().toList();
    return readings.isEmpty() ? Optional.empty() : Optional.of(months(year, readings));
  }

  private static StatedMonth months(int year, List<Integer> readings) {
    return new StatedMonth(
        readings.stream().map(month -> YearMonth.of(year, month)).toList(), null);
  }

  /** The month that is named in one of the languages, the longer names first. */
  private static Optional<Month> named(String text) {
    return Stream.of(TextStyle.FULL_STANDALONE, TextStyle.FULL, TextStyle.SHORT)
        .flatMap(style -> LANGUAGES.stream().flatMap(language -> named(text, style, language)))
        .findFirst();
  }

  private static Stream<Month> named(String text, TextStyle style, Locale language) {
    return Stream.of(Month.values())
        .filter(
            month -> {
              String name = plain(month.getDisplayName(style, language));
              return !NUMBER.matcher(name).find() && isWordOf(text, name);
            });
  }

  private static boolean isWordOf(String text, String name) {
    Matcher found =
        Pattern.compile("(?<!\\p{L})" + Pattern.quote(name) + "(?![\\p{L}\\p{M}])").matcher(text);
    return found.find();
  }

  private static boolean isYear(int number) {
    return number >= FIRST_YEAR && number <= LAST_YEAR;
  }

  private static String shortened(String digits) {
    return digits.length() > 4 ? "0" : digits;
  }

  /** One form of all digits and letters. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(
            point -> {
              if (Character.isDigit(point)) {
                plain.append(Character.digit(point, 10));
              } else {
                plain.appendCodePoint(point);
              }
            });
    return plain.toString();
  }
}
