package dev.latchkey.process.guard;

import com.fasterxml.jackson.databind.JsonNode;

/** Expressions in forms: none that could run for ever, in a browser or here. */
final class FormFeel {
  private FormFeel() {}

  static void check(String file, JsonNode node, Findings findings) {
    if (node.isTextual() && node.asText().startsWith("=")) {
      FeelLimits.problemInForm(node.asText())
          .ifPresent(
              problem ->
                  findings.add(
                      Rule.FEEL_ENDLESS,
                      file,
                      "The expression " + node.asText() + " " + problem,
                      "Use plain comparisons of fields"));
    }
    node.forEach(part -> check(file, part, findings));
  }
}
