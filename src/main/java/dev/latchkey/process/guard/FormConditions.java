package dev.latchkey.process.guard;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Conditions under which a field is not asked. They compare fields of the same form and nothing
 * more: FEEL as a whole has loops and ranges, which somebody could let run for hours.
 */
public final class FormConditions {
  private static final int LONGEST = 500;
  private static final int DEEPEST = 20;
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(\"(?:[^\"\\\\]|\\\\.)*\")|(\\d{1,15}(?:\\.\\d{1,6})?)|([A-Za-z_]\\w*)"
              + "|(!=|<=|>=|[=<>-])|([()]))\\s*");
  private static final int NAME = 3;
  private static final int BRACKET = 5;
  private static final Set<String> WORDS = Set.of("and", "or", "not", "true", "false", "null");

  private FormConditions() {}

  /**
   * What is wrong with a condition, or empty.
   *
   * @param keys of the fields of the form
   */
  static Optional<String> problemOf(String condition, Set<String> keys) {
    if (condition.length() > LONGEST) {
      return Optional.of("it is longer than " + LONGEST + " characters");
    }
    Matcher token = TOKEN.matcher(condition);
    int read = 0;
    int depth = 0;
    String before = "";
    while (token.lookingAt()) {
      String name = token.group(NAME);
      if (name != null && !WORDS.contains(name) && !keys.contains(name)) {
        return Optional.of("the form has no field " + name);
      }
      if ("(".equals(token.group(BRACKET)) && keys.contains(before)) {
        return Optional.of(before + " is no function");
      }
      depth += "(".equals(token.group(BRACKET)) ? 1 : 0;
      before = token.group().strip();
      read = token.end();
      token.region(read, condition.length());
    }
    if (read < condition.length()) {
      return Optional.of("it cannot be read from '" + condition.substring(read) + "' on");
    }
    return depth > DEEPEST ? Optional.of("it has too many brackets") : Feel.problemOf(condition);
  }

  /**
   * Whether a condition without problems is true.
   *
   * @param values by the keys of all fields
   */
  public static boolean holds(String condition, Map<String, Object> values) {
    return Boolean.TRUE.equals(Feel.answer(condition, values));
  }
}
