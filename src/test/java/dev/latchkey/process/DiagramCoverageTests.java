package dev.latchkey.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.recovery.RecoveryScene;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/**
 * How much of the diagrams the scenarios walked through. Runs after all of them, in the build as a
 * step of its own; alone it fails, because then nothing was walked.
 */
@Order(Integer.MAX_VALUE)
class DiagramCoverageTests {
  private static final Logger LOG = LoggerFactory.getLogger(DiagramCoverageTests.class);
  private static final double WANTED = 0.95;

  private static Walks walks;

  static Stream<Diagram> diagrams() {
    return Diagram.all().stream();
  }

  @BeforeAll
  static void readWhatWasWalked() {
    walks = Walks.ofThisBuild();
  }

  @AfterAll
  static void report() {
    walks.report();
  }

  @Test
  void everyClassOfScenariosSaysWhatItWalked() {
    var scenarios = new ClassPathScanningCandidateComponentProvider(false);
    scenarios.addIncludeFilter(new AssignableTypeFilter(RecoveryScene.class));
    List<String> classes =
        scenarios.findCandidateComponents("dev.latchkey").stream()
            .map(BeanDefinition::getBeanClassName)
            .toList();

    assertThat(classes).isNotEmpty();
    assertThat(walks.classes()).containsAll(classes);
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void scenariosWalkNearlyEveryFlowNodeAndFlow(Diagram diagram) {
    String process = diagram.process().getId();
    double share = walks.share(process);
    List<String> walked = walks.walked(process);
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
