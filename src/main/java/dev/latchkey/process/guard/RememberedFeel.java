package dev.latchkey.process.guard;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;

/**
 * The engine's FEEL, which reads a cell again each time it is asked. Here a cell that holds nothing
 * but literals is asked once for each value, because a test table asks the same cells a thousand
 * times; all else is passed on.
 */
final class RememberedFeel implements FeelEngine {
  private static final int MOST_KEPT = 20_000;
  private final FeelEngine feel;
  private final Map<Test, Boolean> tests = new ConcurrentHashMap<>();
  private final Map<String, Object> literals = new ConcurrentHashMap<>();

  private record Test(String cell, Object value) {}

  RememberedFeel(FeelEngine feel) {
    this.feel = feel;
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the interface has it
  public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
    if (!Feel.isLiteral(expression)) {
      return feel.evaluateSimpleExpression(expression, variables);
    }
    forgetTooMany(literals);
    return (T)
        literals.computeIfAbsent(
            expression, text -> feel.evaluateSimpleExpression(text, variables));
  }

  @Override
  public boolean evaluateSimpleUnaryTests(
      String cell, String inputVariable, VariableContext variables) {
    Object value = variables.resolve(inputVariable).getValue();
    if (value == null || Feel.values(cell).isEmpty()) {
      return feel.evaluateSimpleUnaryTests(cell, inputVariable, variables);
    }
    forgetTooMany(tests);
    return tests.computeIfAbsent(
        new Test(cell, value),
        test -> feel.evaluateSimpleUnaryTests(cell, inputVariable, variables));
  }

  private static void forgetTooMany(Map<?, ?> kept) {
    if (kept.size() >= MOST_KEPT) {
      kept.clear();
    }
  }
}
