package dev.latchkey.process.guard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.recovery.form.FieldType;
import dev.latchkey.recovery.form.Limits;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads what an answer has to keep to, as Modeler writes it. */
final class FormLimits {
  /** A repeated group, or a count of more than three digits. */
  private static final Pattern ENDLESS = Pattern.compile("\\)[*+{]|\\{[0-9,]*[0-9]{4}");

  private static final int LINE = 500;
  private static final int LINES = 2_000;
  private static final int LONGEST_PATTERN = 300;
  private static final int MOST_DECIMALS = 6;
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,6})?");
  private static final Set<String> KNOWN =
      Set.of("required", "minLength", "maxLength", "min", "max", "pattern", "validationType");

  private final JsonNode validate;
  private final FieldType type;
  private final String name;
  private final FormFaults faults;

  FormLimits(JsonNode validate, FieldType type, String name, FormFaults faults) {
    this.validate = validate;
    this.type = type;
    this.name = name;
    this.faults = faults;
  }

  Limits read(JsonNode decimals) {
    for (Iterator<String> members = validate.fieldNames(); members.hasNext(); ) {
      String member = members.next();
      if (!KNOWN.contains(member)) {
        faults.add(name + " is checked for " + member + ", which is not supported", "Remove it");
      }
    }
    int most = type == FieldType.TEXT_LINES ? LINES : LINE;
    int longest = length("maxLength", most, LINES);
    int shortest = length("minLength", 0, longest);
    return new Limits(
        validate.path("required").asBoolean(),
        shortest,
        longest,
        pattern(),
        number("min"),
        number("max"),
        decimals.isNumber() ? Math.min(decimals.asInt(), MOST_DECIMALS) : null);
  }

  private int length(String member, int otherwise, int most) {
    BigDecimal length = number(member);
    if (length == null) {
      return otherwise;
    }
    if (length.signum() < 0 || length.compareTo(BigDecimal.valueOf(most)) > 0) {
      faults.add(name + " has " + member + " " + length, "Choose a number from 0 to " + most);
      return otherwise;
    }
    return length.intValue();
  }

  private BigDecimal number(String member) {
    String text = validate.path(member).asText("");
    if (text.isEmpty()) {
      return null;
    }
    if (!NUMBER.matcher(text).matches()) {
      faults.add(name + " has " + member + " '" + text + "'", "Write a number, no expression");
      return null;
    }
    return new BigDecimal(text);
  }

  private String pattern() {
    String kind = validate.path("validationType").asText("");
    String pattern =
        switch (kind) {
          case "email" -> "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$";
          case "phone" -> "^\\+?[0-9 ()-]{5,25}$";
          default -> validate.path("pattern").asText("");
        };
    if (pattern.isEmpty()) {
      return null;
    }
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException unreadable) {
      faults.add(
          name + " has the pattern '" + pattern + "', which cannot be read",
          "Write a regular expression");
      return null;
    }
    if (ENDLESS.matcher(pattern).find()) {
      faults.add(
          name + " has the pattern '" + pattern + "', which could be looked at for hours",
          "Repeat single characters or classes such as [0-9], at most 999 times, and no groups");
      return null;
    }
    if (pattern.length() > LONGEST_PATTERN) {
      faults.add(
          name + " has a pattern of more than " + LONGEST_PATTERN + " characters", "Shorten it");
      return null;
    }
    return pattern;
  }
}
