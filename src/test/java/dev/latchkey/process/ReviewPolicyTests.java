package dev.latchkey.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.review.RiskLevel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;

/** Asks the review policy for every situation there is. */
class ReviewPolicyTests {
  private final DmnEngine engine =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  private DmnDecisionRuleResult policy(String kind, boolean secondFactor, RiskLevel risk) {
    try (InputStream file = Files.newInputStream(Diagram.PROCESSES.resolve("ReviewPolicy.dmn"))) {
      DmnDecision decision = engine.parseDecision("ReviewPolicy", file);
      DmnDecisionTableResult result =
          engine.evaluateDecisionTable(
              decision,
              Map.of("accountKind", kind, "secondFactor", secondFactor, "risk", risk.key()));
      return result.getSingleResult();
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  private List<DmnDecisionRuleResult> all(String kind, RiskLevel risk) {
    List<DmnDecisionRuleResult> all = new ArrayList<>();
    for (boolean secondFactor : new boolean[] {true, false}) {
      all.add(policy(kind, secondFactor, risk));
    }
    return all;
  }

  @Test
  void R22_everySituation_hasOnePolicy_ofOneOrTwoReviewers_andAShorterHold() {
    for (String kind : List.of("standard", "admin")) {
      for (RiskLevel risk : RiskLevel.values()) {
        assertThat(all(kind, risk))
            .allSatisfy(
                policy -> {
                  assertThat(policy.<Long>getEntry("reviewers")).isBetween(1L, 2L);
                  assertThat(Duration.parse(policy.getEntry("holdWithStrongerProof")))
                      .isBetween(Duration.ofHours(1), Duration.ofHours(72));
                });
      }
    }
  }

  @Test
  void R22_administratorsAndHighRisk_takeTwo() {
    for (RiskLevel risk : RiskLevel.values()) {
      assertThat(all("admin", risk)).allMatch(policy -> policy.<Long>getEntry("reviewers") == 2L);
    }
    assertThat(all("standard", RiskLevel.HIGH))
        .allMatch(policy -> policy.<Long>getEntry("reviewers") == 2L);
    assertThat(all("standard", RiskLevel.LOW))
        .allMatch(policy -> policy.<Long>getEntry("reviewers") == 1L);
  }
}
