package dev.latchkey.process.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What analysts read about the difference between two versions (G2). */
class ChangesTests {
  private static final String MAIN = "AccountRecoveryProcess.bpmn";
  private static final String CODES = "CodeDeliveryProcess.bpmn";
  private static final String PLAN = "RecoveryPlan.dmn";
  private static final String FORM = "LookIntoTakeover.form";

  private static List<String> changes(String file, Patched after) {
    return changes(Patched.files("before"), file, after);
  }

  private static List<String> changes(Patched before, String file, Patched after) {
    return Changes.between(file, before.contents().get(file), after.contents().get(file));
  }

  @Test
  void timer_isCalledByItsLabel() {
    assertThat(
            changes(
                CODES,
                Patched.files("three minutes")
                    .in(CODES)
                    .replaceIn("BoundaryEvent_TwoMinutesOver", "PT2M", "PT3M")))
        .containsExactly("Timer “Two minutes over” changed from PT2M to PT3M");
  }

  @Test
  void defaultFlow_andConditions_areToldByLabels() {
    assertThat(
            changes(
                MAIN,
                Patched.files("other default")
                    .in(MAIN)
                    .replaceIn("Gateway_HoldWanted", "\"Flow_NoHold\"", "\"Flow_Hold\"")
                    .replaceIn("Flow_Proven", "${enoughProof}", "${not enoughProof}")))
        .containsExactlyInAnyOrder(
            "Gateway “Hold wanted?”: default flow changed from “No” to “Yes”",
            "Flow “Yes” from “Proven by codes?” to “Gateway_ProofsSuffice”: condition changed from"
                + " ${enoughProof} to ${not enoughProof}");
  }

  @Test
  void newStep_isTold_andTheFlowThatLeadsThere() {
    Patched after =
        Patched.files("one more notice")
            .in(MAIN)
            .into(
                "Flow_Restored",
                "Task_TellOnceMore",
                "<bpmn:serviceTask id=\"Task_TellOnceMore\" name=\"Tell once more\""
                    + " camunda:delegateExpression=\"${sendNoticesDelegate}\" />");
    assertThat(changes(MAIN, after))
        .hasSize(2)
        .anyMatch(told -> told.equals("Task “Tell once more” added"))
        .anyMatch(told -> told.contains(" leads to “Tell once more” instead of "));
    assertThat(changes(after, MAIN, Patched.files("before")))
        .contains("Task “Tell once more” removed");
  }

  @Test
  void settings_labels_andKinds_areTold() {
    assertThat(
            changes(
                CODES,
                Patched.files("settings")
                    .in(CODES)
                    .replaceIn("Task_SendCode", "PT5S,PT10S", "PT7S")
                    .replaceIn("Task_SendCode", "Send code", "Send the code")
                    .replaceIn("Task_SendCode", "sending-code", "preparing")
                    .replaceIn("Task_TellNextSend", "tellNextSendDelegate", "optInDelegate")))
        .contains(
            "Task “Send code” renamed to “Send the code”",
            "Task “Send the code”: setting step changed from sending-code to preparing",
            "Task “Say when the next code comes”: building block changed from"
                + " ${tellNextSendDelegate} to ${optInDelegate}")
        .anyMatch(told -> told.startsWith("Task “Send the code”: tries after a failure changed"))
        .hasSize(4);
  }

  @Test
  void cells_rows_andHitPolicy_areTold() {
    List<String> told =
        changes(
            PLAN,
            Patched.files("rows")
                .in(PLAN)
                .replaceIn("Rule_1_holdAfterReview", "PT24H", "P2D")
                .after(
                    "Rule_1",
                    "<rule id=\"Rule_New\"><inputEntry"
                        + " id=\"n\"><text>\"x\"</text></inputEntry></rule>"));
    assertThat(told).hasSize(2);
    assertThat(told.get(0))
        .startsWith("Decision “")
        .contains("row 1", "holdAfterReview changed from \"PT24H\" to \"P2D\"");
    assertThat(told.get(1)).contains("row 2 added: ", "\"x\"");
  }

  @Test
  void fieldsOfForms_areTold() {
    Patched before = Patched.files("before").withForm("Question", "answer");
    Patched after =
        Patched.files("after")
            .withForm("Question", "answer")
            .in("Question.form")
            .replace("\"Asked\"", "\"Asked again\"")
            .replace(
                "{\"type\": \"textfield\"",
                "{\"type\":\"number\",\"key\":\"age\"},{\"type\": \"textfield\"");
    assertThat(changes(before, "Question.form", after))
        .containsExactly(
            "Field “age” added", "Field “answer”: label changed from Asked to Asked again");
    assertThat(changes(FORM, Patched.files("same"))).isEmpty();
  }

  @Test
  void movedShapes_areNoChangeOfTheFlow() {
    assertThat(changes(CODES, Patched.files("moved").in(CODES).replace("x=\"672\"", "x=\"673\"")))
        .containsExactly("Only the drawing changed, or the way it is written down");
  }
}
