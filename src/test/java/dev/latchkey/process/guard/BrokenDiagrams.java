package dev.latchkey.process.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Mistakes that an analyst can draw, each with all errors that the guard must find. */
final class BrokenDiagrams {
  private static final String MAIN = "AccountRecoveryProcess.bpmn";
  private static final String CODES = "CodeDeliveryProcess.bpmn";
  private static final String DEVICE = "LoginRequestProcess.bpmn";
  private static final String CHANGE = "AccountChangeProcess.bpmn";
  private static final String PLAN = "RecoveryPlan.dmn";
  private static final String ADVICE = "DeliveryAdvice.dmn";

  private final List<Broken> all = new ArrayList<>();

  /**
   * @param errors rule, file and element of each error, with spaces between
   */
  record Broken(Patched files, Set<String> errors) {
    @Override
    public String toString() {
      return files.toString();
    }
  }

  static List<Broken> all() {
    BrokenDiagrams diagrams = new BrokenDiagrams();
    diagrams.foreignCode();
    diagrams.expressions();
    diagrams.waits();
    diagrams.ownSteps();
    diagrams.timersAndSends();
    diagrams.references();
    diagrams.drawing();
    diagrams.proofs();
    diagrams.holds();
    diagrams.decisions();
    diagrams.endlessDecisions();
    diagrams.files();
    return diagrams.all;
  }

  private void add(Patched files, String... errors) {
    all.add(new Broken(files, Set.of(errors)));
  }

  private void foreignCode() {
    add(
        Patched.files("script task")
            .in(CODES)
            .replaceIn("Task_TellNextSend", "bpmn:serviceTask", "bpmn:scriptTask"),
        "script CodeDeliveryProcess.bpmn Task_TellNextSend",
        "element-type CodeDeliveryProcess.bpmn Task_TellNextSend",
        "broken-flow CodeDeliveryProcess.bpmn Flow_TellNextSend",
        "broken-flow CodeDeliveryProcess.bpmn Flow_NextSendTold",
        "no-end CodeDeliveryProcess.bpmn Event_ResendRequested");
    add(
        Patched.files("script in a listener")
            .in(MAIN)
            .replace(
                "<camunda:executionListener delegateExpression=\"${rememberPlanListener}\""
                    + " event=\"end\" />",
                "<camunda:executionListener event=\"end\"><camunda:script"
                    + " scriptFormat=\"groovy\">1</camunda:script></camunda:executionListener>"),
        "script AccountRecoveryProcess.bpmn Task_PlanRecovery");
    add(
        Patched.files("script in an input")
            .in(MAIN)
            .replaceIn(
                "CallActivity_EmailCode",
                "<bpmn:extensionElements>",
                "<bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter"
                    + " name=\"x\"><camunda:script"
                    + " scriptFormat=\"juel\">1</camunda:script></camunda:inputParameter></camunda:inputOutput>"),
        "script AccountRecoveryProcess.bpmn CallActivity_EmailCode");
    add(
        Patched.files("condition in another language")
            .in(CODES)
            .replaceIn(
                "Flow_Accepted",
                "<bpmn:conditionExpression ",
                "<bpmn:conditionExpression language=\"groovy\" "),
        "script CodeDeliveryProcess.bpmn Flow_Accepted");
    add(
        Patched.files("foreign class")
            .in(CODES)
            .replace(
                "camunda:delegateExpression=\"${tellNextSendDelegate}\"",
                "camunda:class=\"java.lang.Runtime\""),
        "foreign-class CodeDeliveryProcess.bpmn Task_TellNextSend");
    add(
        Patched.files("external task")
            .in(CODES)
            .replace(
                "camunda:delegateExpression=\"${tellNextSendDelegate}\"",
                "camunda:type=\"external\""),
        "external-task CodeDeliveryProcess.bpmn Task_TellNextSend");
    add(
        Patched.files("connector")
            .in(CODES)
            .replaceIn(
                "Task_SendCode",
                "<bpmn:extensionElements>",
                "<bpmn:extensionElements><camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>"),
        "connector CodeDeliveryProcess.bpmn Task_SendCode");
    add(
        Patched.files("embedded form")
            .in(MAIN)
            .replaceIn(
                "Task_LookIntoTakeover",
                "camunda:formRef=\"LookIntoTakeover\" camunda:formRefBinding=\"deployment\"",
                "camunda:formKey=\"embedded:deployment:x.html\""),
        "form-key AccountRecoveryProcess.bpmn Task_LookIntoTakeover");
    add(
        Patched.files("import")
            .in(CODES)
            .replace(
                "<bpmn:message id=\"Message_CodeEntered\"",
                "<bpmn:import importType=\"x\" location=\"http://127.0.0.1:9/x\" namespace=\"y\""
                    + " /><bpmn:message id=\"Message_CodeEntered\""),
        "import CodeDeliveryProcess.bpmn Definitions_CodeDeliveryProcess");
    add(
        Patched.files("schema elsewhere")
            .in(CODES)
            .replace(
                "id=\"Definitions_CodeDeliveryProcess\"",
                "id=\"Definitions_CodeDeliveryProcess\" xsi:schemaLocation=\"urn:x"
                    + " http://127.0.0.1:9/x.xsd\""),
        "external-schema CodeDeliveryProcess.bpmn Definitions_CodeDeliveryProcess");
  }

  private void expressions() {
    add(
        Patched.files("unknown building block")
            .in(CODES)
            .replace("${issueCodeDelegate}", "${isueCodeDelegate}"),
        "unknown-bean CodeDeliveryProcess.bpmn Task_IssueCode");
    add(
        Patched.files("listener instead of a delegate")
            .in(CODES)
            .replace("${tellNextSendDelegate}", "${rememberPlanListener}"),
        "unknown-bean CodeDeliveryProcess.bpmn Task_TellNextSend");
    add(
        Patched.files("bean of the program")
            .in(CODES)
            .replace("${tellNextSendDelegate}", "${dataSource}"),
        "unknown-bean CodeDeliveryProcess.bpmn Task_TellNextSend");
    add(
        Patched.files("application context")
            .in(CODES)
            .replaceIn(
                "Flow_Accepted",
                "${checkOutcome == 'accepted'}",
                "${applicationContext.getBean('x') == 1}"),
        "expression CodeDeliveryProcess.bpmn Flow_Accepted",
        "too-few-proofs AddressConfirmationProcess.bpmn Task_AddAddress");
    add(
        Patched.files("method of a text")
            .in(CODES)
            .replaceIn(
                "Flow_Accepted",
                "${checkOutcome == 'accepted'}",
                "${checkOutcome.getClass().getName() == 'x'}"),
        "expression CodeDeliveryProcess.bpmn Flow_Accepted",
        "too-few-proofs AddressConfirmationProcess.bpmn Task_AddAddress");
    add(
        Patched.files("variable that nobody writes")
            .in(CODES)
            .replaceIn("Flow_Sent", "${codeSent}", "${codeSend}"),
        "unknown-variable CodeDeliveryProcess.bpmn Flow_Sent");
    add(
        Patched.files("answer that never comes")
            .in(CODES)
            .replaceIn("Flow_Exhausted", "'exhausted'", "'used-up'"),
        "unknown-answer CodeDeliveryProcess.bpmn Flow_Exhausted");
    add(
        Patched.files("expression that cannot be read")
            .in(CODES)
            .replaceIn("Flow_Sent", "${codeSent}", "${codeSent"),
        "expression CodeDeliveryProcess.bpmn Flow_Sent");
    add(
        Patched.files("number of codes from wherever")
            .in(MAIN)
            .replaceIn(
                "CallActivity_EmailCode",
                "sourceExpression=\"${2}\" target=\"sendsAllowed\"",
                "source=\"identifierKind\" target=\"sendsAllowed\""),
        "reserved-variable AccountRecoveryProcess.bpmn CallActivity_EmailCode");
    add(
        Patched.files("call that writes the answer of the proofs")
            .in(MAIN)
            .replaceIn("CallActivity_EmailCode", "target=\"chosenWay\"", "target=\"enoughProof\""),
        "reserved-variable AccountRecoveryProcess.bpmn CallActivity_EmailCode",
        "too-few-proofs AccountRecoveryProcess.bpmn Task_RestoreAccess",
        "too-few-proofs AccountRecoveryProcess.bpmn Task_RemoveLostFactor");
  }

  private void waits() {
    add(
        Patched.files("no time over proving")
            .in(MAIN)
            .drop("BoundaryEvent_ProveExpired")
            .drop("EndEvent_Expired"),
        "endless-wait AccountRecoveryProcess.bpmn Gateway_WaitForBackupCode",
        "endless-wait AccountRecoveryProcess.bpmn Gateway_WaitForAppCode");
    add(
        Patched.files("no time for the password")
            .in(MAIN)
            .drop("BoundaryEvent_PasswordExpired")
            .drop("EndEvent_PasswordExpired"),
        "endless-wait AccountRecoveryProcess.bpmn Task_ChoosePassword");
    add(
        Patched.files("reminder instead of an end")
            .in(MAIN)
            .replaceIn(
                "BoundaryEvent_PasswordExpired",
                "attachedToRef",
                "cancelActivity=\"false\" attachedToRef"),
        "endless-wait AccountRecoveryProcess.bpmn Task_ChoosePassword");
    add(
        Patched.files("message without a way out")
            .in(MAIN)
            .into(
                "Flow_PasswordChosen",
                "Event_Again",
                "<bpmn:intermediateCatchEvent id=\"Event_Again\" name=\"Once"
                    + " more\"><bpmn:messageEventDefinition messageRef=\"Message_PasswordChosen\""
                    + " /></bpmn:intermediateCatchEvent>"),
        "endless-wait AccountRecoveryProcess.bpmn Event_Again");
    add(
        Patched.files("own step without a way out")
            .in(MAIN)
            .withForm("Question", "answer")
            .into(
                "Flow_Planned",
                "Task_AskQuestion",
                "<bpmn:userTask id=\"Task_AskQuestion\" name=\"Answer a question\""
                    + " camunda:formRef=\"Question\" camunda:formRefBinding=\"deployment\""
                    + " camunda:candidateGroups=\"account-holder\" />"),
        "endless-wait AccountRecoveryProcess.bpmn Task_AskQuestion");
    add(
        Patched.files("nobody may do it")
            .in(MAIN)
            .replaceIn("Task_LookIntoTakeover", "camunda:candidateGroups=\"support-lead\"", ""),
        "nobody-may AccountRecoveryProcess.bpmn Task_LookIntoTakeover");
  }

  private void ownSteps() {
    String question = "SecurityQuestion.form";
    String asked = "SecurityQuestionProcess.bpmn Task_AnswerQuestion";
    add(
        question("own step that staff could fill in")
            .replaceIn("Task_AnswerQuestion", "\"account-holder\"", "\"account-holder,support\""),
        "own-step " + asked);
    add(
        question("own step with a form of another kind")
            .replaceIn(
                "Task_AnswerQuestion",
                "camunda:formRef=\"SecurityQuestion\" camunda:formRefBinding=\"deployment\"",
                "camunda:formKey=\"camunda-forms:deployment:SecurityQuestion.form\""),
        "own-step " + asked);
    add(
        question("own step without its form").without(question),
        "missing-form " + asked,
        "unknown-variable SecurityQuestionProcess.bpmn Flow_Unknown");
    add(
        question("own step without a label")
            .replaceIn("Task_AnswerQuestion", "name=\"Answer a security question\" ", ""),
        "own-step " + asked);
    add(
        question("own step that reckons its heading")
            .replaceIn("Task_AnswerQuestion", "\"Answer a security question\"", "\"${petKind}\""),
        "own-step " + asked);
    add(
        question("own step where nobody has a page")
            .in(CHANGE)
            .withForm("Question", "answer")
            .into(
                "Flow_Start",
                "Task_AskQuestion",
                CorrectDiagrams.OWN_STEP.replace("Flow_QuestionExpired", "Flow_QuestionOver")),
        "own-step AccountChangeProcess.bpmn Task_AskQuestion");
    add(
        question("own step with whatever form is the latest")
            .in("SecurityQuestionProcess.bpmn")
            .replace("camunda:formRefBinding=\"deployment\"", "camunda:formRefBinding=\"latest\""),
        "own-step SecurityQuestionProcess.bpmn Task_AnswerQuestion",
        "own-step SecurityQuestionProcess.bpmn Task_TellMore");
    form(
        "a pattern that repeats groups",
        "\"maxLength\": 60",
        "\"maxLength\": 60, \"pattern\": \"(a+)+b\"");
    form("markup", "\"type\": \"radio\"", "\"type\": \"html\"");
    add(
        question("own form with a condition with a loop")
            .in("SecurityQuestion.form")
            .replace("=petKind = null or", "=some x in 1..9 satisfies x = 0 or"),
        "form SecurityQuestion.form ",
        "feel-endless SecurityQuestion.form ");
    for (String taken : new String[] {"checkOutcome", "outcome"}) {
      add(
          question("own form that writes " + taken)
              .in(question)
              .replace("\"petAge\"", "\"" + taken + "\""),
          "reserved-variable SecurityQuestion.form ");
    }
  }

  private static Patched question(String name) {
    return Patched.files(name).withSecurityQuestion().in("SecurityQuestionProcess.bpmn");
  }

  private void form(String name, String before, String after) {
    add(
        question("own form with " + name).in("SecurityQuestion.form").replace(before, after),
        "form SecurityQuestion.form ");
  }

  private void timersAndSends() {
    add(
        Patched.files("timer that cannot be read")
            .in(CODES)
            .replaceIn("BoundaryEvent_TwoMinutesOver", "PT2M", "2 minutes"),
        "timer CodeDeliveryProcess.bpmn BoundaryEvent_TwoMinutesOver");
    add(
        Patched.files("codes every minute")
            .in(CODES)
            .replaceIn("BoundaryEvent_TwoMinutesOver", "PT2M", "PT1M"),
        "timer-too-short CodeDeliveryProcess.bpmn BoundaryEvent_TwoMinutesOver");
    add(
        Patched.files("timer of no time")
            .in(CHANGE)
            .replaceIn("Event_ObjectionTimeOver", "PT72H", "PT0S"),
        "timer AccountChangeProcess.bpmn Event_ObjectionTimeOver");
    add(
        Patched.files("timer that repeats for ever")
            .in(CHANGE)
            .replaceIn("Event_ObjectionTimeOver", "timeDuration", "timeCycle")
            .replaceIn("Event_ObjectionTimeOver", "PT72H", "R/PT10S"),
        "timer AccountChangeProcess.bpmn Event_ObjectionTimeOver");
    add(
        Patched.files("tries again that cannot be read")
            .in(CODES)
            .replaceIn("Task_SendCode", "PT5S,PT10S", "five seconds"),
        "timer CodeDeliveryProcess.bpmn Task_SendCode");
    add(
        Patched.files("provider refused, send at once again")
            .in(CODES)
            .lead("Flow_NotDeliveredError", "Gateway_NextCode"),
        "send-loop CodeDeliveryProcess.bpmn Task_IssueCode",
        "send-loop CodeDeliveryProcess.bpmn Task_SendCode");
    add(
        Patched.files("call in a circle")
            .in("AddressConfirmationProcess.bpmn")
            .lead("Flow_NotConfirmed", "CallActivity_NewAddressCode"),
        "send-loop AddressConfirmationProcess.bpmn CallActivity_NewAddressCode",
        "unreachable AddressConfirmationProcess.bpmn Task_SayWhyNot",
        "unreachable AddressConfirmationProcess.bpmn EndEvent_NotConfirmed");
  }

  private void references() {
    add(
        Patched.files("unknown message")
            .in(CODES)
            .replaceIn(
                "Message_ResendRequested", "name=\"ResendRequested\"", "name=\"ResendAsked\""),
        "unknown-message CodeDeliveryProcess.bpmn Event_ResendRequested");
    add(
        Patched.files("message that is not declared").in(CODES).drop("Message_ResendRequested"),
        "unknown-message CodeDeliveryProcess.bpmn Event_ResendRequested");
    add(
        Patched.files("error without a catcher")
            .in(CODES)
            .drop("BoundaryEvent_AttemptsExhausted")
            .drop("EndEvent_AttemptsExhausted"),
        "not-caught CodeDeliveryProcess.bpmn EndEvent_NoTriesLeft");
    add(
        Patched.files("error that is not declared").in(CODES).drop("Error_AttemptsExhausted"),
        "unknown-error CodeDeliveryProcess.bpmn EndEvent_NoTriesLeft",
        "unknown-error CodeDeliveryProcess.bpmn BoundaryEvent_AttemptsExhausted");
    add(
        Patched.files("escalation without a catcher").in(MAIN).drop("SubProcess_FirstProof"),
        "not-caught AccountRecoveryProcess.bpmn Event_FirstProofAccepted");
    add(
        Patched.files("called process missing").in(MAIN).without(DEVICE),
        "missing-process AccountRecoveryProcess.bpmn CallActivity_LoginRequest",
        "missing-process SignInProcess.bpmn CallActivity_LoginRequest");
    add(
        Patched.files("decision missing")
            .in(MAIN)
            .replaceIn("Task_PlanRecovery", "\"RecoveryPlan\"", "\"RecoveryPlans\""),
        "missing-decision AccountRecoveryProcess.bpmn Task_PlanRecovery");
    add(
        Patched.files("form missing").in(MAIN).without("LookIntoTakeover.form"),
        "missing-form AccountRecoveryProcess.bpmn Task_LookIntoTakeover");
    add(
        Patched.files("review without its rules")
            .in("SupportReviewProcess.bpmn")
            .replaceIn(
                "Task_ReviewRecovery",
                "<camunda:taskListener delegateExpression=\"${reviewRulesListener}\""
                    + " event=\"complete\" />",
                ""),
        "review-rules SupportReviewProcess.bpmn Task_ReviewRecovery");
    add(
        Patched.files("business key not handed on")
            .in(MAIN)
            .replaceIn(
                "CallActivity_LoginRequest",
                "<camunda:in businessKey=\"#{execution.processBusinessKey}\" />",
                ""),
        "call AccountRecoveryProcess.bpmn CallActivity_LoginRequest");
    add(
        Patched.files("all variables handed on")
            .in(MAIN)
            .replaceIn(
                "CallActivity_LoginRequest",
                "<camunda:out source=\"outcome\" target=\"outcome\" />",
                "<camunda:out variables=\"all\" />"),
        "call AccountRecoveryProcess.bpmn CallActivity_LoginRequest");
  }

  private void drawing() {
    add(
        Patched.files("no time to live")
            .in(CHANGE)
            .replace(" camunda:historyTimeToLive=\"P30D\"", ""),
        "time-to-live AccountChangeProcess.bpmn AccountChangeProcess");
    add(
        Patched.files("other name than the file")
            .in(CHANGE)
            .replace(
                "<bpmn:process id=\"AccountChangeProcess\"", "<bpmn:process id=\"ChangeProcess\""),
        "process-name AccountChangeProcess.bpmn ChangeProcess");
    add(
        Patched.files("not executable")
            .in(CHANGE)
            .replace("isExecutable=\"true\"", "isExecutable=\"false\""),
        "process-name AccountChangeProcess.bpmn AccountChangeProcess");
    add(
        Patched.files("two elements of one id")
            .in(CHANGE)
            .replace("id=\"EndEvent_ChangeTakenBack\"", "id=\"EndEvent_ChangeStands\""),
        "duplicate-id AccountChangeProcess.bpmn EndEvent_ChangeStands",
        "unreachable AccountChangeProcess.bpmn EndEvent_ChangeStands",
        "broken-flow AccountChangeProcess.bpmn Flow_StopTold",
        "no-end AccountChangeProcess.bpmn StartEvent_NotMe",
        "no-end AccountChangeProcess.bpmn Task_TakeChangeBack",
        "no-end AccountChangeProcess.bpmn Task_TellOfStop");
    add(
        Patched.files("two starts")
            .in(CHANGE)
            .after(
                "StartEvent_AccountChanged",
                "<bpmn:startEvent id=\"StartEvent_Other\" name=\"Other start\" /><bpmn:sequenceFlow"
                    + " id=\"Flow_Other\" sourceRef=\"StartEvent_Other\""
                    + " targetRef=\"Task_TellOfChange\" />"),
        "start AccountChangeProcess.bpmn AccountChangeProcess");
    add(
        Patched.files("event sub-process without event")
            .in(CHANGE)
            .drop("StartEvent_NotMe_message"),
        "start AccountChangeProcess.bpmn StartEvent_NotMe");
    add(
        Patched.files("element that nothing leads to")
            .in(CHANGE)
            .after("Task_TellOfChange", "<bpmn:endEvent id=\"EndEvent_Alone\" name=\"Alone\" />"),
        "unreachable AccountChangeProcess.bpmn EndEvent_Alone");
    add(
        Patched.files("path with no end").in(CODES).drop("EndEvent_NotDelivered"),
        "no-end CodeDeliveryProcess.bpmn Gateway_DeliveryFailed",
        "no-end CodeDeliveryProcess.bpmn BoundaryEvent_CodeUndelivered",
        "no-end CodeDeliveryProcess.bpmn BoundaryEvent_NotDelivered");
    add(
        Patched.files("flow to nowhere").in(CHANGE).lead("Flow_Finished", "EndEvent_Gone"),
        "broken-flow AccountChangeProcess.bpmn Flow_Finished",
        "unreachable AccountChangeProcess.bpmn EndEvent_ChangeStands",
        "no-end AccountChangeProcess.bpmn StartEvent_AccountChanged",
        "no-end AccountChangeProcess.bpmn Task_TellOfChange",
        "no-end AccountChangeProcess.bpmn Event_ObjectionTimeOver");
    add(
        Patched.files("flow without a condition")
            .in(CODES)
            .replaceIn(
                "Flow_Sent",
                "<bpmn:conditionExpression"
                    + " xsi:type=\"bpmn:tFormalExpression\">${codeSent}</bpmn:conditionExpression>",
                ""),
        "condition CodeDeliveryProcess.bpmn Flow_Sent");
    add(
        Patched.files("signal")
            .in(CHANGE)
            .replaceIn(
                "Event_ObjectionTimeOver",
                "<bpmn:timerEventDefinition id=\"Event_ObjectionTimeOver_timer\"><bpmn:timeDuration"
                    + " xsi:type=\"bpmn:tFormalExpression\">PT72H</bpmn:timeDuration></bpmn:timerEventDefinition>",
                "<bpmn:signalEventDefinition />"),
        "element-type AccountChangeProcess.bpmn Event_ObjectionTimeOver",
        "endless-wait AccountChangeProcess.bpmn Event_ObjectionTimeOver");
    add(
        Patched.files("many at once")
            .in(MAIN)
            .replaceIn(
                "CallActivity_EmailCode",
                "</bpmn:callActivity>",
                "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>3</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:callActivity>"),
        "element-type AccountRecoveryProcess.bpmn CallActivity_EmailCode");
  }

  private void proofs() {
    add(
        Patched.files("who lost the password gets in")
            .in(MAIN)
            .replaceIn("Flow_Proven", "${enoughProof}", "${purpose == 'password'}"),
        "too-few-proofs AccountRecoveryProcess.bpmn Task_RestoreAccess",
        "too-few-proofs AccountRecoveryProcess.bpmn Task_RemoveLostFactor");
    add(
        Patched.files("yes and no swapped")
            .in(MAIN)
            .replaceIn("Flow_Proven", "${enoughProof}", "${!enoughProof}"),
        "too-few-proofs AccountRecoveryProcess.bpmn Task_RestoreAccess",
        "too-few-proofs AccountRecoveryProcess.bpmn Task_RemoveLostFactor");
    add(
        Patched.files("approval alone")
            .in(MAIN)
            .lead("Flow_ReviewApproved", "Gateway_ProofsSuffice"),
        "unreachable AccountRecoveryProcess.bpmn Gateway_EnoughWithApproval",
        "unreachable AccountRecoveryProcess.bpmn Task_WeighProofsAfterReview",
        "too-few-proofs AccountRecoveryProcess.bpmn Task_RestoreAccess",
        "too-few-proofs AccountRecoveryProcess.bpmn Task_RemoveLostFactor");
    add(
        Patched.files("accepted code goes past the weighing")
            .in(MAIN)
            .lead("Flow_BackupCodeAccepted", "EndEvent_Proven")
            .replaceIn("Flow_Proven", "${enoughProof}", "${checkOutcome == 'accepted'}"),
        "too-few-proofs AccountRecoveryProcess.bpmn Task_RestoreAccess",
        "too-few-proofs AccountRecoveryProcess.bpmn Task_RemoveLostFactor");
    add(
        Patched.files("time over lets in")
            .in(MAIN)
            .lead("Flow_ProveExpired", "Gateway_ProofsSuffice")
            .drop("EndEvent_Expired"),
        "too-few-proofs AccountRecoveryProcess.bpmn Task_RestoreAccess",
        "too-few-proofs AccountRecoveryProcess.bpmn Task_RemoveLostFactor");
    add(
        Patched.files("message over everything lets in")
            .in(MAIN)
            .into(
                "Flow_Cancelled",
                "Task_RestoreAnyway",
                "<bpmn:serviceTask id=\"Task_RestoreAnyway\" name=\"Restore anyway\""
                    + " camunda:delegateExpression=\"${restoreAccessDelegate}\" />"),
        "too-few-proofs AccountRecoveryProcess.bpmn Task_RestoreAnyway",
        "no-hold AccountRecoveryProcess.bpmn Task_RestoreAnyway");
    add(
        Patched.files("called process restores")
            .in(DEVICE)
            .into(
                "Flow_Left",
                "Task_RestoreAnyway",
                "<bpmn:serviceTask id=\"Task_RestoreAnyway\" name=\"Restore anyway\""
                    + " camunda:delegateExpression=\"${restoreAccessDelegate}\" />"),
        "too-few-proofs LoginRequestProcess.bpmn Task_RestoreAnyway",
        "no-hold LoginRequestProcess.bpmn Task_RestoreAnyway");
    add(
        Patched.files("one accepted code counts as enough")
            .in(MAIN)
            .replaceIn("Flow_EnoughProof", "${enoughProof}", "${checkOutcome == 'accepted'}")
            .replaceIn("Flow_Proven", "${enoughProof}", "${checkOutcome == 'accepted'}"),
        "too-few-proofs AccountRecoveryProcess.bpmn Task_RestoreAccess",
        "too-few-proofs AccountRecoveryProcess.bpmn Task_RemoveLostFactor");
    add(
        Patched.files("sign-in without second step")
            .in("SignInProcess.bpmn")
            .lead("Flow_TriedAgain", "EndEvent_Shown"),
        "too-few-proofs SignInProcess.bpmn EndEvent_SignInProven");
    add(
        Patched.files("address added unconfirmed")
            .in("AddressConfirmationProcess.bpmn")
            .replaceIn("Flow_Confirmed", "'accepted'", "'not-received'"),
        "too-few-proofs AddressConfirmationProcess.bpmn Task_AddAddress");
    add(
        Patched.files("proving beside something else")
            .in(MAIN)
            .into(
                "Flow_FirstProofNoticeSent",
                "Task_WeighBeside",
                "<bpmn:serviceTask id=\"Task_WeighBeside\" name=\"Weigh beside\""
                    + " camunda:delegateExpression=\"${weighProofsDelegate}\" />"),
        "two-at-once AccountRecoveryProcess.bpmn SubProcess_FirstProof");
  }

  private void holds() {
    add(
        Patched.files("no hold decided")
            .in(MAIN)
            .lead("Flow_DecideHold", "Gateway_ReadyForPassword")
            .drop("Task_DecideHold")
            .drop("Gateway_HoldWanted")
            .drop("Task_TellOfHold")
            .drop("CallActivity_Hold"),
        "no-hold AccountRecoveryProcess.bpmn Task_RestoreAccess",
        "no-hold AccountRecoveryProcess.bpmn Task_RemoveLostFactor");
    add(
        Patched.files("hold not waited for")
            .in(MAIN)
            .lead("Flow_HoldTold", "Gateway_ReadyForPassword")
            .drop("CallActivity_Hold"),
        "no-hold AccountRecoveryProcess.bpmn Task_RestoreAccess",
        "no-hold AccountRecoveryProcess.bpmn Task_RemoveLostFactor");
    add(
        Patched.files("hold of an hour")
            .in("SecurityHoldProcess.bpmn")
            .replaceIn(
                "Event_HoldOver",
                "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${holdUntil}</bpmn:timeDate>",
                "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">PT1H</bpmn:timeDuration>"),
        "no-hold AccountRecoveryProcess.bpmn Task_RestoreAccess",
        "no-hold AccountRecoveryProcess.bpmn Task_RemoveLostFactor");
    add(
        Patched.files("hold that nobody is told of")
            .in(MAIN)
            .lead("Flow_Hold", "CallActivity_Hold")
            .drop("Task_TellOfHold"),
        "no-hold AccountRecoveryProcess.bpmn Task_RestoreAccess",
        "no-hold AccountRecoveryProcess.bpmn Task_RemoveLostFactor");
    add(
        Patched.files("one more proof after the hold")
            .in(MAIN)
            .into(
                "Flow_HoldOver",
                "Task_CheckAgain",
                "<bpmn:serviceTask id=\"Task_CheckAgain\" name=\"Check again\""
                    + " camunda:delegateExpression=\"${checkAppCodeDelegate}\" />"),
        "no-hold AccountRecoveryProcess.bpmn Task_RestoreAccess",
        "no-hold AccountRecoveryProcess.bpmn Task_RemoveLostFactor");
  }

  /** FEEL that nothing would end: a range that is walked through, a function that calls itself. */
  private void endlessDecisions() {
    endless("loop in a cell", "Rule_1_purpose", "for i in 1..100000000 return i");
    endless("condition over a range", "Rule_1_purpose", "some i in 1..100000000 satisfies i = 0");
    endless("loop in a result", "Rule_1_holdOtherwise", "string(count(for i in 1..9 return i))");
    endless(
        "function that calls itself", "Rule_1_holdOtherwise", "{f: function(x) f(x), r: f(1)}.r");
    endless(
        "loop behind a comment",
        "Rule_1_holdOtherwise",
        "\"a\" // \" \n + for i in 1..9 return i // \"");
    endless(
        "pattern on a text",
        "Rule_1_holdOtherwise",
        "if matches(purpose, \"(a+)+b\") then \"a\" else \"b\"");
    endless("power without end", "Rule_1_holdOtherwise", "string(9 ** 999999999)");
    endless("brackets without end", "Rule_1_holdOtherwise", "(".repeat(40) + "1" + ")".repeat(40));
    add(
        Patched.files("loop in what is asked")
            .in(PLAN)
            .replaceIn(
                "InputExpression_purpose",
                "<text>purpose</text>",
                "<text>every i in 1..100000000 satisfies true</text>"),
        "feel-endless RecoveryPlan.dmn InputExpression_purpose");
    add(
        Patched.files("loop in a form")
            .withForm("Question", "answer")
            .in("Question.form")
            .replace("\"Asked\"", "\"=for i in 1..100000000 return i\""),
        "feel-endless Question.form ");
  }

  private void endless(String name, String cell, String expression) {
    boolean asked = cell.endsWith("_purpose");
    Patched patched =
        Patched.files(name)
            .in(PLAN)
            .replaceIn(cell, asked ? "\"password\",\"second-factor\"" : "\"PT24H\"", expression);
    String endless = "feel-endless RecoveryPlan.dmn " + cell;
    if (asked) {
      add(patched, endless);
    } else {
      add(patched, endless, "decision-output RecoveryPlan.dmn " + cell);
    }
  }

  private void decisions() {
    add(
        Patched.files("rows that overlap")
            .in(PLAN)
            .replaceIn("Rule_1_firstChannel", "\"email\"", "\"email\",\"text-message\""),
        "overlap RecoveryPlan.dmn Rule_2");
    add(
        Patched.files("hit policy that is not read")
            .in(ADVICE)
            .replace("hitPolicy=\"RULE ORDER\"", "hitPolicy=\"FIRST\""),
        "hit-policy DeliveryAdvice.dmn DecisionTable_DeliveryAdvice");
    add(
        Patched.files("text without quotation marks")
            .in(PLAN)
            .replaceIn("Rule_1_holdOtherwise", "\"PT24H\"", "24"),
        "decision-type RecoveryPlan.dmn Rule_1_holdOtherwise",
        "decision-output RecoveryPlan.dmn Rule_1_holdOtherwise");
    add(
        Patched.files("hold that is no duration")
            .in(PLAN)
            .replaceIn("Rule_1_holdOtherwise", "\"PT24H\"", "\"one day\""),
        "decision-output RecoveryPlan.dmn Rule_1_holdOtherwise");
    add(
        Patched.files("way that there is not")
            .in(PLAN)
            .replaceIn("Rule_5_wayOrder", "login-request,", "fax,"),
        "decision-output RecoveryPlan.dmn Rule_5_wayOrder");
    add(
        Patched.files("cell that cannot be read")
            .in(PLAN)
            .replaceIn("Rule_1_purpose", "\"password\",\"second-factor\"", "\"password\",,"),
        "feel RecoveryPlan.dmn Rule_1_purpose");
    add(
        Patched.files("value that never comes")
            .in(PLAN)
            .replaceIn("Rule_5_purpose", "\"sign-in\"", "\"signin\""),
        "decision-type RecoveryPlan.dmn Rule_5_purpose");
    add(
        Patched.files("column missing").in(PLAN).replace("name=\"holdOtherwise\"", "name=\"hold\""),
        "decision-output RecoveryPlan.dmn RecoveryPlan");
    add(
        Patched.files("column of no type")
            .in(PLAN)
            .replaceIn("Output_wayOrder", "typeRef=\"string\"", "typeRef=\"text\""),
        "decision-type RecoveryPlan.dmn Output_wayOrder");
    add(
        Patched.files("asks what nobody tells")
            .in(ADVICE)
            .replaceIn(
                "InputExpression_health", "<text>health</text>", "<text>accountExists</text>"),
        "unknown-variable DeliveryAdvice.dmn Input_health");
    add(
        Patched.files("decision in another language")
            .in(PLAN)
            .replaceIn("InputExpression_purpose", "\"feel\"", "\"groovy\""),
        "language RecoveryPlan.dmn InputExpression_purpose");
    add(
        Patched.files("table that no longer fits")
            .in(PLAN)
            .replaceIn("Rule_3_holdAfterReview", "\"PT72H\"", "\"PT48H\""),
        "table RecoveryPlan.dmn.csv ");
  }

  private void files() {
    add(
        Patched.files("document type")
            .in(CODES)
            .replace("?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"http://127.0.0.1:9/\">]>"),
        "xml CodeDeliveryProcess.bpmn ");
    add(
        Patched.files("another kind of file").with("notes.html", "<p>x</p>"),
        "file-type notes.html ");
    add(
        Patched.files("too large").with("Large.bpmn", " ".repeat(1024 * 1024 + 1)),
        "file-size Large.bpmn ");
    add(Patched.files("no diagram").with("Other.bpmn", "<x/>"), "not-bpmn Other.bpmn ");
    add(Patched.files("no form").with("Other.form", "{"), "form Other.form ");
    add(
        Patched.files("form of another name").with("Other.form", "{\"id\": \"Else\"}"),
        "form Other.form ");
    add(
        Patched.files("form that writes the answer of the proofs")
            .withForm("Question", "enoughProof"),
        "reserved-variable Question.form ");
  }
}
