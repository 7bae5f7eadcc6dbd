package dev.latchkey.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.proof.SecondFactorRule;
import dev.latchkey.proof.Way;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.junit.jupiter.api.Test;

/** Asks the decision table for every situation there is. */
class RecoveryPlanTests {

  private static final List<String> IDENTIFIER_KINDS = List.of("email", "phone", "user-name");

  @Test
  void plan_isNamedAsItsFile_andIsForgottenInTime() {
    var model = Dmn.readModelFromFile(Diagram.PROCESSES.resolve("RecoveryPlan.dmn").toFile());
    Decision decision = model.getModelElementsByType(Decision.class).iterator().next();
    assertThat(decision.getId()).isEqualTo("RecoveryPlan");
    assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P30D");
  }

  @Test
  void everySituation_hasExactlyOnePlan_ofKnownWays_thatEndsWithAPerson() {
    for (String kind : IDENTIFIER_KINDS) {
      for (DmnDecisionRuleResult plan : plans(kind)) {
        List<String> ways = ways(plan);
        assertThat(ways).doesNotHaveDuplicates().allMatch(way -> Way.ofKey(way).isPresent());
        assertThat(ways).endsWith(Way.HUMAN_REVIEW.key());
      }
    }
  }

  @Test
  void T1_orderOfWays_dependsOnNothingButWhatWasTyped() {
    for (String kind : IDENTIFIER_KINDS) {
      assertThat(plans(kind).stream().map(RecoveryPlanTests::ways).collect(Collectors.toSet()))
          .hasSize(1);
    }
  }

  @Test
  void A1_typedEmail_getsEmailFirst_anythingElseTextMessage() {
    assertThat(ways(plans("email").get(0))).startsWith("email", "text-message");
    assertThat(ways(plans("phone").get(0))).startsWith("text-message", "email");
    assertThat(ways(plans("user-name").get(0))).startsWith("text-message", "email");
  }

  @Test
  void R14_holds_last24Hours_forAdministrators72() {
    assertThat(holds("standard")).containsExactly(Duration.ofDays(1));
    assertThat(holds("admin")).containsExactly(Duration.ofDays(3));
  }

  @Test
  void R3_atSignIn_onlyTheSecondFactorsAreOffered_neverEmail() {
    for (String accountKind : List.of("standard", "admin")) {
      assertThat(ways(plan("user-name", accountKind, "sign-in", true)))
          .containsExactly("login-request", "authenticator-app", "text-message", "backup-code")
          .allMatch(way -> SecondFactorRule.WAYS.contains(Way.ofKey(way).orElseThrow()));
    }
  }

  private static Set<Duration> holds(String accountKind) {
    return IDENTIFIER_KINDS.stream()
        .map(kind -> plan(kind, accountKind, "password", false))
        .flatMap(
            plan ->
                List.<String>of(plan.getEntry("holdAfterReview"), plan.getEntry("holdOtherwise"))
                    .stream())
        .map(IsoTime::parse)
        .collect(Collectors.toSet());
  }

  private static List<String> ways(DmnDecisionRuleResult plan) {
    return List.of(plan.<String>getEntry("wayOrder").split(","));
  }

  private static List<DmnDecisionRuleResult> plans(String identifierKind) {
    List<DmnDecisionRuleResult> plans = new ArrayList<>();
    for (String accountKind : List.of("standard", "admin")) {
      for (boolean secondFactor : new boolean[] {true, false}) {
        plans.add(plan(identifierKind, accountKind, "password", secondFactor));
        plans.add(plan(identifierKind, accountKind, "second-factor", secondFactor));
      }
    }
    return plans;
  }

  private static DmnDecisionRuleResult plan(
      String identifierKind, String accountKind, String purpose, boolean secondFactor) {
    Map<String, Object> situation =
        Map.of(
            "identifierKind", identifierKind,
            "accountKind", accountKind,
            "purpose", purpose,
            "secondFactor", secondFactor);
    return Table.ENGINE.evaluateDecisionTable(Table.PLAN, situation).getSingleResult();
  }

  private static final class Table {
    static final DmnEngine ENGINE =
        DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    static final DmnDecision PLAN = read();

    private static DmnDecision read() {
      try (InputStream table =
          Files.newInputStream(Diagram.PROCESSES.resolve("RecoveryPlan.dmn"))) {
        return ENGINE.parseDecision("RecoveryPlan", table);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
