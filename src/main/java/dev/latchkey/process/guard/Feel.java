package dev.latchkey.process.guard;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;

/**
 * Reads the cells of decision tables. What is more than a list of literals is read by the engine's
 * own parser, which takes its time.
 */
final class Feel {
  private static final Pattern LITERAL =
      Pattern.compile("\"([^\"\\\\]*)\"|true|false|-?\\d+(?:\\.\\d+)?");
  private static final Pattern NAME = Pattern.compile("[a-zA-Z]\\w*");
  private static final Pattern LIST =
      Pattern.compile("\\s*(?:" + LITERAL + ")\\s*(?:,\\s*(?:" + LITERAL + ")\\s*)*");
  private static final Pattern NOT = Pattern.compile("\\s*not\\s*\\((.*)\\)\\s*", Pattern.DOTALL);

  private Feel() {}

  private static final class Parser {
    static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().build();
  }

  /** What is wrong with the tests in an input cell, or empty. */
  static Optional<String> problemOfTests(String text) {
    return values(text).isPresent()
        ? Optional.empty()
        : problem(Parser.ENGINE.parseUnaryTests(text));
  }

  /** What is wrong with an expression, or empty. */
  static Optional<String> problemOf(String text) {
    return text.isEmpty() || isLiteral(text) || NAME.matcher(text).matches()
        ? Optional.empty()
        : problem(Parser.ENGINE.parseExpression(text));
  }

  /** What an expression comes to, or null if it cannot be said. */
  static Object answer(String text, Map<String, Object> values) {
    EvaluationResult result = Parser.ENGINE.evaluateExpression(text, values);
    return result.isSuccess() ? result.result() : null;
  }

  private static Optional<String> problem(ParseResult result) {
    return result.isSuccess() ? Optional.empty() : Optional.of(result.failure().message());
  }

  static boolean isLiteral(String text) {
    return LITERAL.matcher(text).matches();
  }

  static boolean isAny(String text) {
    return text.isEmpty() || text.equals("-");
  }

  /** The values that fit an input cell, or empty if it is more than a list of literals. */
  static Optional<Value> values(String text) {
    if (isAny(text)) {
      return Optional.of(Value.ANYTHING);
    }
    Matcher not = NOT.matcher(text);
    boolean negated = not.matches();
    String list = negated ? not.group(1) : text;
    return LIST.matcher(list).matches()
        ? Optional.of(new Value(!negated, literals(list)))
        : Optional.empty();
  }

  /** Texts without their quotes, numbers and truth values as written. */
  static Set<String> literals(String list) {
    Set<String> literals = new LinkedHashSet<>();
    Matcher matcher = LITERAL.matcher(list);
    while (matcher.find()) {
      literals.add(matcher.group(1) == null ? matcher.group() : matcher.group(1));
    }
    return literals;
  }

  /** Whether a literal is of another type than its column; what is no literal never is. */
  static boolean mistyped(String text, String type) {
    Matcher matcher = LITERAL.matcher(text);
    while (matcher.find()) {
      String found = matcher.group();
      boolean fits =
          switch (type) {
            case "string" -> found.startsWith("\"");
            case "boolean" -> found.equals("true") || found.equals("false");
            case "integer", "long" -> found.matches("-?\\d+");
            case "double", "number" -> found.matches("-?\\d+(\\.\\d+)?");
            default -> true;
          };
      if (!fits) {
        return true;
      }
    }
    return false;
  }
}
