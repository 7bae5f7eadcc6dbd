package dev.latchkey.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much of the diagrams the scenarios walked through. Runs last; alone it fails, because then
 * nothing was walked.
 */
@Order(Integer.MAX_VALUE)
class DiagramCoverageTests {
  private static final Logger LOG = LoggerFactory.getLogger(DiagramCoverageTests.class);
  private static final double WANTED = 0.95;

  static Stream<Diagram> diagrams() {
    return Diagram.all().stream();
  }

  @AfterAll
  static void report() {
    WalkedDiagrams.report();
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void scenariosWalkNearlyEveryFlowNodeAndFlow(Diagram diagram) {
    String process = diagram.process().getId();
    double share = WalkedDiagrams.share(process);
    List<String> walked = WalkedDiagrams.walked(process);
    List<String> left =
        Stream.concat(diagram.nodes().stream(), diagram.flows().stream())
            .map(BaseElement::getId)
            .filter(id -> !walked.contains(id))
            .toList();
    String summary =
        String.format(
            Locale.ROOT,
            "%s: %.1f %% of nodes and flows walked, not %s",
            process,
            share * 100,
            left);
    LOG.info(summary);
    assertThat(share).as(summary).isGreaterThanOrEqualTo(WANTED);
  }
}
