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

  private static final List<String> HEALTHS = List.of("good", "slow", "down");
  private static final List<String> IDENTIFIER_KINDS = List.of("email", "phone", "user-name");

  @Test
  void plan_isNamedAsItsFile_andIsForgottenInTime() {
    var model = Dmn.readModelFromFile(Diagram.PROCESSES.resolve("RecoveryPlan.dmn").toFile());
    assertThat(model.getModelElementsByType(Decision.class))
        .extracting(Decision::getId)
        .containsExactly("RecoveryPlan", "FirstChannel");
    assertThat(model.getModelElementsByType(Decision.class))
        .extracting(Decision::getCamundaHistoryTimeToLiveString)
        .containsOnly("P30D");
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
  void T1_orderOfWays_dependsOnNothingButWhatWasTyped_andWhatWorks() {
    for (String kind : IDENTIFIER_KINDS) {
      for (String texts : HEALTHS) {
        for (String mail : HEALTHS) {
          assertThat(orders(kind, texts, mail)).as(kind + texts + mail).hasSize(1);
        }
      }
    }
  }

  @Test
  void B4_aChannelThatIsDown_comesSecond_whateverWasTyped() {
    for (String kind : IDENTIFIER_KINDS) {
      for (String otherwise : List.of("good", "slow")) {
        assertThat(first(kind, "down", otherwise)).isEqualTo("email");
        assertThat(first(kind, otherwise, "down")).isEqualTo("text-message");
      }
    }
  }

  @Test
  void B4_slowChannels_orBothDown_changeNothing() {
    for (String kind : IDENTIFIER_KINDS) {
      String usual = first(kind, "good", "good");
      assertThat(first(kind, "slow", "good")).isEqualTo(usual);
      assertThat(first(kind, "good", "slow")).isEqualTo(usual);
      assertThat(first(kind, "slow", "slow")).isEqualTo(usual);
      assertThat(first(kind, "down", "down")).isEqualTo(usual);
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

  private static Set<List<String>> orders(String kind, String texts, String mail) {
    return plans(kind, texts, mail).stream()
        .map(RecoveryPlanTests::ways)
        .collect(Collectors.toSet());
  }

  private static String first(String kind, String texts, String mail) {
    return orders(kind, texts, mail).iterator().next().get(0);
  }

  private static List<DmnDecisionRuleResult> plans(String identifierKind) {
    return plans(identifierKind, "good", "good");
  }

  private static List<DmnDecisionRuleResult> plans(
      String identifierKind, String texts, String mail) {
    List<DmnDecisionRuleResult> plans = new ArrayList<>();
    for (String accountKind : List.of("standard", "admin")) {
      for (boolean secondFactor : new boolean[] {true, false}) {
        for (String purpose : List.of("password", "second-factor")) {
          plans.add(plan(identifierKind, accountKind, purpose, secondFactor, texts, mail));
        }
      }
    }
    return plans;
  }

  private static DmnDecisionRuleResult plan(
      String identifierKind, String accountKind, String purpose, boolean secondFactor) {
    return plan(identifierKind, accountKind, purpose, secondFactor, "good", "good");
  }

  private static DmnDecisionRuleResult plan(
      String identifierKind,
      String accountKind,
      String purpose,
      boolean secondFactor,
      String texts,
      String mail) {
    Map<String, Object> situation =
        Map.of(
            "identifierKind", identifierKind,
            "accountKind", accountKind,
            "purpose", purpose,
            "secondFactor", secondFactor,
            "textMessageHealth", texts,
            "emailHealth", mail);
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
