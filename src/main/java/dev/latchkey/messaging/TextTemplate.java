package dev.latchkey.messaging;

import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with {@code {facts}} in it. Filled in one pass, so that a fact is never read as a template;
 * there are no expressions.
 */
final class TextTemplate {
  private static final Pattern FACT = Pattern.compile("\\{([a-z]+)}");
  private static final Pattern LINE_BREAKING = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

  /** Characters that turn the direction of the text around them. */
  private static final Pattern TURNING =
      Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

  private TextTemplate() {}

  /** One line without characters that make text look like what it is not. */
  static String plain(String fact) {
    return LINE_BREAKING.matcher(TURNING.matcher(fact).replaceAll("")).replaceAll(" ").strip();
  }

  static String fill(String template, Map<String, String> facts) {
    return fill(template, facts, literal -> literal, (name, value) -> value);
  }

  /**
   * Fills a template.
   *
   * @param literal what becomes of the text between facts
   * @param fact what becomes of a fact, from its name and value
   * @throws IllegalArgumentException when a fact is missing
   */
  static String fill(
      String template,
      Map<String, String> facts,
      UnaryOperator<String> literal,
      BinaryOperator<String> fact) {
    StringBuilder filled = new StringBuilder();
    Matcher matcher = FACT.matcher(template);
    int end = 0;
    while (matcher.find()) {
      filled.append(literal.apply(template.substring(end, matcher.start())));
      filled.append(fact.apply(matcher.group(1), known(facts, matcher.group(1))));
      end = matcher.end();
    }
    return filled.append(literal.apply(template.substring(end))).toString();
  }

  private static String known(Map<String, String> facts, String name) {
    String value = facts.get(name);
    if (value == null) {
      throw new IllegalArgumentException("The text needs the fact " + name);
    }
    return value;
  }
}
