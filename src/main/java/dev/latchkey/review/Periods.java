package dev.latchkey.review;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Years, months and days as people write them: 2019, 3/2019, 2019-03, 2019年3月, 31.3.2019, in the
 * digits of any script. What could be two different days, as 3/4/2019, is none.
 */
public final class Periods {
  private static final String GAP = "\\s*[-/.年月]\\s*";
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "([0-9]{4})(?:" + GAP + "([0-9]{1,2})(?:" + GAP + "([0-9]{1,2}))?)?\\s*[年月日]?");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(?:([0-9]{1,2})\\s*[.]\\s*)?([0-9]{1,2})\\s*[-/.]\\s*([0-9]{4})");
  private static final int EARLIEST = 1970;

  private Periods() {}

  /** As 2019, 2019-03 or 2019-03-31; empty if it cannot be read. */
  public static Optional<String> read(String typed) {
    String text = latinDigits(Normalizer.normalize(typed, Normalizer.Form.NFKC)).strip();
    Matcher yearFirst = YEAR_FIRST.matcher(text);
    if (yearFirst.matches()) {
      return period(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
    }
    Matcher yearLast = YEAR_LAST.matcher(text);
    return yearLast.matches()
        ? period(yearLast.group(3), yearLast.group(2), yearLast.group(1))
        : Optional.empty();
  }

  /** The first day of a period that {@link #read} gave. */
  public static LocalDate begin(String period) {
    return switch (period.length()) {
      case 4 -> LocalDate.of(Integer.parseInt(period), 1, 1);
      case 7 -> YearMonth.parse(period).atDay(1);
      default -> LocalDate.parse(period);
    };
  }

  private static Optional<String> period(String year, String month, String day) {
    try {
      int y = Integer.parseInt(year);
      if (y < EARLIEST) {
        return Optional.empty();
      }
      if (month == null) {
        return Optional.of(year);
      }
      YearMonth found = YearMonth.of(y, Integer.parseInt(month));
      return Optional.of(
          day == null ? found.toString() : found.atDay(Integer.parseInt(day)).toString());
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static String latinDigits(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
