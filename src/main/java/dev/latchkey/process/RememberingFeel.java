package dev.latchkey.process;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Asks FEEL once for what never changes: whether a cell of literals alone fits a value, and what a
 * literal is worth. Otherwise it makes all of its functions anew for each cell of each decision,
 * which was a tenth of a recovery's processor time. Everything else goes through as it is.
 */
final class RememberingFeel implements FeelEngine {
  private static final String TEXT = "\"[^\"\\\\]{0,200}\"";
  private static final Pattern LITERALS =
      Pattern.compile("(?:" + TEXT + "|\\b(?:not|true|false|null)\\b|[-\\s\\d.,<>=()\\[\\]])+");
  private static final Pattern CONSTANT = Pattern.compile(TEXT + "|true|false");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");
  private static final int MOST = 5_000;
  private static final int LONGEST_VALUE = 40;

  private final FeelEngine feel;
  private final Map<Test, Boolean> tests = new ConcurrentHashMap<>();
  private final Map<String, Object> constants = new ConcurrentHashMap<>();

  RememberingFeel(FeelEngine feel) {
    this.feel = feel;
  }

  private record Test(String cell, Object value) {}

  @Override
  public boolean evaluateSimpleUnaryTests(
      String cell, String inputVariable, VariableContext context) {
    Optional<Object> input = value(inputVariable, context);
    if (input.isEmpty() || !LITERALS.matcher(cell).matches()) {
      return feel.evaluateSimpleUnaryTests(cell, inputVariable, context);
    }
    Test test = new Test(cell, input.get());
    Boolean known = tests.get(test);
    return known != null
        ? known
        : kept(tests, test, feel.evaluateSimpleUnaryTests(cell, inputVariable, context));
  }

  @Override
  // as FEEL itself does: the caller knows what it gets
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <T> T evaluateSimpleExpression(String expression, VariableContext context) {
    Optional<Object> variable =
        NAME.matcher(expression).matches() ? value(expression, context) : Optional.empty();
    if (variable.isPresent()) {
      return (T) variable.get();
    }
    if (!CONSTANT.matcher(expression).matches()) {
      return feel.evaluateSimpleExpression(expression, context);
    }
    Object known = constants.get(expression);
    return (T)
        (known != null
            ? known
            : kept(constants, expression, feel.evaluateSimpleExpression(expression, context)));
  }

  /** A short text or a truth value, which FEEL takes as it is; empty for anything else. */
  private static Optional<Object> value(String name, VariableContext context) {
    TypedValue typed = context.resolve(name);
    Object value = typed == null ? null : typed.getValue();
    boolean plain =
        value instanceof Boolean
            || (value instanceof String text && text.length() <= LONGEST_VALUE);
    return plain ? Optional.of(value) : Optional.empty();
  }

  /** Diagrams are few; what people filled in is not, and must not fill the memory. */
  private static <K, V> V kept(Map<K, V> known, K key, V value) {
    if (known.size() >= MOST) {
      known.clear();
    }
    known.put(key, value);
    return value;
  }
}
