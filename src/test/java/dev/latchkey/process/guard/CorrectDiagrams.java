package dev.latchkey.process.guard;

import java.util.List;

/** Changes that an analyst may make (G2, G3), none of which the guard may refuse. */
final class CorrectDiagrams {
  private static final String MAIN = "AccountRecoveryProcess.bpmn";
  private static final String CODES = "CodeDeliveryProcess.bpmn";
  static final String OWN_STEP =
      "<bpmn:userTask id=\"Task_AskQuestion\" name=\"Answer a question\""
          + " camunda:formRef=\"Question\" camunda:formRefBinding=\"deployment\""
          + " camunda:candidateGroups=\"account-holder\" /><bpmn:boundaryEvent"
          + " id=\"BoundaryEvent_QuestionExpired\" name=\"24 hours over\""
          + " attachedToRef=\"Task_AskQuestion\"><bpmn:timerEventDefinition><bpmn:timeDuration"
          + " xsi:type=\"bpmn:tFormalExpression\">P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent><bpmn:endEvent"
          + " id=\"EndEvent_QuestionExpired\" name=\"Not answered in time\" /><bpmn:sequenceFlow"
          + " id=\"Flow_QuestionExpired\" sourceRef=\"BoundaryEvent_QuestionExpired\""
          + " targetRef=\"EndEvent_QuestionExpired\" />";

  private CorrectDiagrams() {}

  static List<Patched> all() {
    return List.of(
        Patched.files("as they are"),
        Patched.files("three minutes' wait")
            .in(CODES)
            .replaceIn("BoundaryEvent_TwoMinutesOver", "PT2M", "PT3M")
            .replace("Two minutes over", "Three minutes over"),
        Patched.files("a wait in days and hours")
            .in(MAIN)
            .replaceIn("BoundaryEvent_ProveExpired", "PT24H", "P1DT12H"),
        Patched.files("third code by text message, one by e-mail")
            .in(MAIN)
            .replaceIn("CallActivity_TextMessageCode", "${2}", "${3}")
            .replaceIn("CallActivity_EmailCode", "${2}", "${1}"),
        Patched.files("order of ways swapped")
            .in("RecoveryPlan.dmn")
            .replaceIn(
                "Rule_1_wayOrder",
                "email,text-message,backup-code",
                "email,backup-code,text-message")
            .without("RecoveryPlan.dmn.csv"),
        Patched.files("longer hold")
            .in("RecoveryPlan.dmn")
            .replaceIn("Rule_1_holdAfterReview", "PT24H", "P2D")
            .without("RecoveryPlan.dmn.csv"),
        Patched.files("own step with a form")
            .in(MAIN)
            .withForm("Question", "answer")
            .into("Flow_Planned", "Task_AskQuestion", OWN_STEP),
        Patched.files("own step before the password")
            .in(MAIN)
            .withForm("Question", "answer")
            .into("Flow_WhatWasLost", "Task_AskQuestion", OWN_STEP),
        Patched.files("security question, of all kinds of fields").withSecurityQuestion(),
        Patched.files("own answer decides on a notice")
            .in(MAIN)
            .withForm("Question", "answer")
            .into("Flow_Planned", "Task_AskQuestion", OWN_STEP)
            .after(
                "Flow_PlannedOnward",
                "<bpmn:exclusiveGateway id=\"Gateway_Answered\" name=\"Answered?\""
                    + " default=\"Flow_NotAnswered\" /><bpmn:sequenceFlow id=\"Flow_Answered\""
                    + " name=\"Yes\" sourceRef=\"Gateway_Answered\""
                    + " targetRef=\"Gateway_ProveAgain\"><bpmn:conditionExpression"
                    + " xsi:type=\"bpmn:tFormalExpression\">${answer =="
                    + " 'blue'}</bpmn:conditionExpression></bpmn:sequenceFlow><bpmn:sequenceFlow"
                    + " id=\"Flow_NotAnswered\" name=\"No\" sourceRef=\"Gateway_Answered\""
                    + " targetRef=\"EndEvent_Expired\" />")
            .lead("Flow_PlannedOnward", "Gateway_Answered"),
        Patched.files("one more reminder notice")
            .in(MAIN)
            .into(
                "Flow_Restored",
                "Task_TellOnceMore",
                "<bpmn:serviceTask id=\"Task_TellOnceMore\" name=\"Tell once more\""
                    + " camunda:asyncBefore=\"true\""
                    + " camunda:delegateExpression=\"${sendNoticesDelegate}\" />"),
        Patched.files("proofs weighed twice")
            .in(MAIN)
            .into(
                "Flow_Weighed",
                "Task_WeighAgain",
                "<bpmn:serviceTask id=\"Task_WeighAgain\" name=\"Weigh again\""
                    + " camunda:delegateExpression=\"${weighProofsDelegate}\" />"),
        Patched.files("hold wanted, asked the other way round")
            .in(MAIN)
            .replaceIn("Gateway_HoldWanted", "default=\"Flow_NoHold\"", "default=\"Flow_Hold\"")
            .replaceIn(
                "Flow_Hold",
                "<bpmn:conditionExpression"
                    + " xsi:type=\"bpmn:tFormalExpression\">${holdWanted}</bpmn:conditionExpression>",
                "")
            .replace(
                "<bpmn:sequenceFlow id=\"Flow_NoHold\" name=\"No\" sourceRef=\"Gateway_HoldWanted\""
                    + " targetRef=\"Gateway_ReadyForPassword\" />",
                "<bpmn:sequenceFlow id=\"Flow_NoHold\" name=\"No\" sourceRef=\"Gateway_HoldWanted\""
                    + " targetRef=\"Gateway_ReadyForPassword\"><bpmn:conditionExpression"
                    + " xsi:type=\"bpmn:tFormalExpression\">${not"
                    + " holdWanted}</bpmn:conditionExpression></bpmn:sequenceFlow>"),
        Patched.files("a longer condition")
            .in(MAIN)
            .replaceIn(
                "Flow_Proven", "${enoughProof}", "${enoughProof &amp;&amp; purpose != 'sign-in'}"),
        Patched.files("tries used up, the next code after the two minutes")
            .in(CODES)
            .lead("Flow_NoTriesLeft", "Gateway_WaitForSend")
            .drop("EndEvent_AttemptsExhausted"),
        Patched.files("device waited for fifteen minutes")
            .in("LoginRequestProcess.bpmn")
            .replaceIn("Event_ApprovalOverdue", "PT10M", "PT15M"),
        Patched.files("device waited for as long as the caller waits")
            .in("LoginRequestProcess.bpmn")
            .drop("Event_ApprovalOverdue")
            .drop("EndEvent_NotAnswered"),
        Patched.files("only a called process, for itself")
            .without("AccountRecoveryProcess.bpmn")
            .without("SignInProcess.bpmn"));
  }
}
