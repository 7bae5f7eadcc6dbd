package dev.latchkey.web;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/**
 * axe-core in pages, which have no frames. Its script of half a megabyte is put into a document
 * once, not again with each look, and what is in order does not leave the browser.
 */
final class Axe {
  private static final String FINDINGS =
      """
      runOnly => axe.run(document, {runOnly, resultTypes: ['violations']})
        .then(results => results.violations.flatMap(rule => rule.nodes.map(
          node => rule.id + ': ' + node.html + ' ' + node.failureSummary)))
      """;

  private Axe() {}

  /** What the rules with these tags find wrong. */
  static List<?> findingsByTags(Page page, List<String> tags) {
    return findings(page, "tag", tags);
  }

  /** What these rules find wrong. */
  static List<?> findingsByRules(Page page, List<String> rules) {
    return findings(page, "rule", rules);
  }

  private static List<?> findings(Page page, String type, List<String> values) {
    if (page.evaluate("typeof axe").equals("undefined")) {
      page.evaluate("() => {" + AxeBuilder.getAxeScript() + "}");
    }
    return (List<?>) page.evaluate(FINDINGS, Map.of("type", type, "values", values));
  }
}
