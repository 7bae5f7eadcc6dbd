package dev.latchkey.process;

import dev.latchkey.help.Advice.Certainty;
import dev.latchkey.help.AdviceTable.Row;
import dev.latchkey.help.AdviceTable.Situation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;

/** Inputs and outputs of {@code DeliveryAdvice.dmn}, by the names they have there. */
final class AdviceRows {
  static final String DECISION = "DeliveryAdvice";

  /** What the table can ask for: nothing that tells of an account. */
  static final Set<String> INPUTS =
      Set.of(
          "channel",
          "receipt",
          "providerCause",
          "limited",
          "clockOff",
          "announced",
          "health",
          "symptom");

  /** What is read of each row. */
  static final Set<String> OUTPUTS =
      Set.of("cause", "certainty", "text", "guides", "nextWays", "tick", "since");

  private static final String SEPARATOR = ",";

  private AdviceRows() {}

  static Map<String, Object> variables(Situation situation) {
    return Map.of(
        "channel", situation.channel(),
        "receipt", situation.receipt(),
        "providerCause", situation.providerCause(),
        "limited", situation.limited(),
        "clockOff", situation.clockOff(),
        "announced", situation.announced(),
        "health", situation.health(),
        "symptom", situation.symptom());
  }

  /** The rows that fit, in the table's order. */
  static List<Row> of(DmnDecisionTableResult result) {
    return result.stream().map(AdviceRows::row).toList();
  }

  private static Row row(DmnDecisionRuleResult rule) {
    return new Row(
        text(rule, "cause"),
        Certainty.valueOf(text(rule, "certainty").toUpperCase(Locale.ROOT)),
        text(rule, "text"),
        list(rule, "guides"),
        list(rule, "nextWays"),
        text(rule, "tick"),
        text(rule, "since"));
  }

  /** What stands in the cell; an empty one is an empty text. */
  private static String text(DmnDecisionRuleResult rule, String output) {
    String cell = rule.getEntry(output);
    return cell == null ? "" : cell.strip();
  }

  private static List<String> list(DmnDecisionRuleResult rule, String output) {
    return Arrays.stream(text(rule, output).split(SEPARATOR, -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
