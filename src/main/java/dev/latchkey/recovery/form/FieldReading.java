package dev.latchkey.recovery.form;

import dev.latchkey.language.PlainText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads what was given for one field: from a form always text, from a program what fits. */
final class FieldReading {
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(?:\\.\\d{1,6})?");
  private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
  private static final Map<String, Boolean> BOXES =
      Map.of("true", true, "on", true, "1", true, "false", false, "", false);
  private static final Year FIRST_YEAR = Year.of(1900);
  private static final Year LAST_YEAR = Year.of(2199);

  /** {@code value} is null where nothing was given, {@code problem} where it can be read. */
  record Read(Object value, String problem) {
    static final Read NOTHING = new Read(null, null);

    static Read of(Object value) {
      return new Read(value, null);
    }

    static Read bad(String problem) {
      return new Read(null, problem);
    }
  }

  private FieldReading() {}

  static Read of(FormPart field, Object given) {
    if (field.type() == FieldType.BOX) {
      return box(given);
    }
    if (field.type() == FieldType.NUMBER && given instanceof Number number) {
      return number(number.toString());
    }
    if (given != null && !(given instanceof String)) {
      return Read.bad("wrong-type");
    }
    String text = PlainText.of((String) given);
    if (text.isEmpty()) {
      return Read.NOTHING;
    }
    return switch (field.type()) {
      case NUMBER -> number(westernDigits(text));
      case DATE -> day(westernDigits(text));
      case RADIO, LIST -> choice(field, text);
      case TEXT_LINE -> Read.of(text.replaceAll("\\s+", " "));
      case TEXT_LINES -> Read.of(text);
      case BOX, WORDS -> throw new IllegalArgumentException(field.key());
    };
  }

  private static Read box(Object given) {
    if (given == null || given instanceof Boolean) {
      return Read.of(Boolean.TRUE.equals(given));
    }
    Boolean ticked = given instanceof String text ? BOXES.get(text) : null;
    return ticked == null ? Read.bad("wrong-type") : Read.of(ticked);
  }

  private static Read choice(FormPart field, String text) {
    return field.choices().stream().anyMatch(choice -> choice.value().equals(text))
        ? Read.of(text)
        : Read.bad("not-offered");
  }

  private static Read number(String text) {
    return NUMBER.matcher(text).matches() ? Read.of(new BigDecimal(text)) : Read.bad("no-number");
  }

  private static Read day(String text) {
    var parts = DAY.matcher(text);
    if (!parts.matches()) {
      return Read.bad("no-date");
    }
    try {
      LocalDate day =
          LocalDate.parse(
              "%s-%2s-%2s"
                  .formatted(parts.group(1), parts.group(2), parts.group(3))
                  .replace(' ', '0'));
      boolean near =
          day.getYear() >= FIRST_YEAR.getValue() && day.getYear() <= LAST_YEAR.getValue();
      return near ? Read.of(day.toString()) : Read.bad("no-date");
    } catch (DateTimeParseException none) {
      return Read.bad("no-date");
    }
  }

  /** People type the digits of their own keyboard. */
  private static String westernDigits(String text) {
    StringBuilder western = new StringBuilder();
    text.codePoints()
        .forEach(
            sign -> {
              int digit = Character.isDigit(sign) ? Character.digit(sign, 10) : -1;
              western.appendCodePoint(digit >= 0 ? '0' + digit : narrow(sign));
            });
    return western.toString();
  }

  /** The signs beside full-width digits. */
  private static int narrow(int sign) {
    return switch (sign) {
      case '\uFF0D', '\u2212' -> '-';
      case '\uFF0E' -> '.';
      case '\uFF0F' -> '/';
      default -> sign;
    };
  }
}
