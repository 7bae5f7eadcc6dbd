package dev.latchkey.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.util.List;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered of FEEL is what FEEL says, cell by cell and value by value. */
class RememberingFeelTests {
  private final FeelEngine real = new ScalaFeelEngineFactory(List.of()).createInstance();
  private final FeelEngine asked = spy(real);
  private final FeelEngine feel = new RememberingFeel(asked);

  private static VariableContext with(Object value) {
    return Variables.createVariables()
        .putValue("input", value)
        .putValue("other", "x")
        .asVariableContext();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"down\"",
        "not(\"down\")",
        "\"down\",\"slow\"",
        "not(\"down\", \"slow\")",
        "true",
        "false",
        "not(true)",
        "null",
        "-",
        "> 3",
        "[1..5]",
        "\"a, b\"",
        "\"not(x)\"",
        "other",
        "\"x\", other",
        "string length(input) > 3",
        "starts with(input, \"do\")"
      })
  void eachCell_saysOfEachValueWhatFeelSays_howeverOftenItIsAsked(String cell) {
    for (Object value :
        new Object[] {"down", "slow", "x", "a, b", "not(x)", "", true, false, null, 4, 4L, 2.5}) {
      boolean right = real.evaluateSimpleUnaryTests(cell, "input", with(value));
      for (int time = 0; time < 3; time++) {
        assertThat(feel.evaluateSimpleUnaryTests(cell, "input", with(value)))
            .as(cell + " of " + value)
            .isEqualTo(right);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "input",
        "other",
        "\"text\"",
        "\"\"",
        "true",
        "false",
        "1",
        "1 + 1",
        "[1,2]",
        "upper case(\"a\")"
      })
  void eachExpression_isWorthWhatFeelSays(String expression) {
    for (Object value : new Object[] {"down", "", true, false, null, 4, 2.5}) {
      Object right = real.evaluateSimpleExpression(expression, with(value));
      for (int time = 0; time < 2; time++) {
        assertThat(feel.<Object>evaluateSimpleExpression(expression, with(value)))
            .as(expression + " of " + value)
            .isEqualTo(right);
      }
    }
  }

  @Test
  void literals_areAskedForOnce() {
    for (int time = 0; time < 5; time++) {
      feel.evaluateSimpleUnaryTests("\"down\"", "input", with("down"));
      feel.evaluateSimpleExpression("\"down\"", with("down"));
    }
    verify(asked, times(1)).evaluateSimpleUnaryTests(any(), any(), any());
    verify(asked, times(1)).evaluateSimpleExpression(any(), any());
  }

  @Test
  void whatDependsOnMore_isAskedEachTime() {
    for (int time = 0; time < 5; time++) {
      feel.evaluateSimpleUnaryTests("other", "input", with("down"));
    }
    verify(asked, times(5)).evaluateSimpleUnaryTests(any(), any(), any());
  }

  @Test
  void longTexts_areNotKept() {
    String long_ = "x".repeat(41);
    feel.evaluateSimpleUnaryTests("\"down\"", "input", with(long_));
    feel.evaluateSimpleUnaryTests("\"down\"", "input", with(long_));

    verify(asked, times(2)).evaluateSimpleUnaryTests(any(), any(), any());
  }
}
