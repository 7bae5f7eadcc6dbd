package dev.latchkey.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.messaging.Keyword;
import dev.latchkey.process.guard.Guard;
import dev.latchkey.proof.Way;
import dev.latchkey.recovery.CasePurpose;
import dev.latchkey.recovery.RecoveryMessage;
import dev.latchkey.recovery.RecoveryStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimeDuration;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds what the diagrams do against the code that they call. */
class ProcessModelTests {

  private static final Path PAGE_TEXTS = Path.of("src/main/resources/messages.properties");
  private static final Pattern ALLOWED_CONDITION =
      Pattern.compile("\\$\\{(\\w+)(?: (==|<) ('([\\w-]+)'|\\w+))?}");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{[a-z]\\w*}");
  private static final Duration SEND_SPACING = Duration.ofMinutes(2);

  static Stream<Diagram> diagrams() {
    return Diagram.all().stream();
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void file_holdsOneExecutableProcessOfItsName_withTimeToLive(Diagram diagram) {
    assertThat(diagram.each(Process.class)).hasSize(1);
    assertThat(diagram).hasToString(diagram.process().getId() + ".bpmn");
    assertThat(diagram.process().isExecutable()).isTrue();
    assertThat(diagram.process().getCamundaHistoryTimeToLiveString()).isEqualTo("P30D");
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void messages_areThoseOfTheCode(Diagram diagram) {
    assertThat(diagram.each(Message.class))
        .extracting(Message::getName)
        .isSubsetOf(names(RecoveryMessage.values()));
  }

  /** A filled form is no message of a diagram: it ends a task. */
  @Test
  void everyMessageOfTheCode_isWaitedForInSomeDiagram() {
    Set<String> wanted = new HashSet<>(names(RecoveryMessage.values()));
    wanted.remove(RecoveryMessage.FORM_FILLED.messageName());
    assertThat(diagrams().flatMap(d -> d.each(Message.class).stream()).map(Message::getName))
        .containsAll(wanted);
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void timers_areIsoDurations_orDatesFromVariables(Diagram diagram) {
    assertThat(diagram.each(TimeDuration.class)).allSatisfy(t -> IsoTime.parse(t.getTextContent()));
    assertThat(diagram.each(TimeDate.class))
        .extracting(TimeDate::getTextContent)
        .allMatch(VARIABLE.asMatchPredicate());
    assertThat(diagram.timerEvents())
        .hasSize(diagram.each(TimeDuration.class).size() + diagram.each(TimeDate.class).size());
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void R8_timersThatLeadToAnotherSend_lastTwoMinutesOrMore(Diagram diagram) {
    assertThat(diagram.timerEvents())
        .filteredOn(timer -> reaches(timer, ProcessModelTests::issuesCode, new HashSet<>()))
        .flatMap(timer -> durations(timer).toList())
        .allSatisfy(duration -> assertThat(duration).isGreaterThanOrEqualTo(SEND_SPACING));
  }

  @Test
  void R8_codeDelivery_hasATimerThatLeadsToAnotherSend() {
    assertThat(Diagram.of("CodeDeliveryProcess").timerEvents())
        .filteredOn(timer -> reaches(timer, ProcessModelTests::issuesCode, new HashSet<>()))
        .flatMap(timer -> durations(timer).toList())
        .isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void everyWaitForAPerson_endsInTime(Diagram diagram) {
    assertThat(waits(diagram)).allMatch(wait -> endsInTime(wait, new HashSet<>()));
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void everyWaitForAPerson_namesAStepOfThePages(Diagram diagram) {
    assertThat(waits(diagram)).allMatch(wait -> Diagram.property(wait, "step").isPresent());
    assertThat(diagram.nodes().stream().flatMap(node -> Diagram.property(node, "step").stream()))
        .allMatch(stepsOfThePages()::contains);
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void everyDecision_hasADefault_andConditionsOfTheAllowedForm(Diagram diagram) {
    for (ExclusiveGateway gateway : diagram.each(ExclusiveGateway.class)) {
      if (Diagram.decides(gateway)) {
        assertThat(gateway.getDefault()).as("default flow of %s", gateway.getId()).isNotNull();
        assertThat(gateway.getOutgoing())
            .filteredOn(flow -> !flow.equals(gateway.getDefault()))
            .extracting(SequenceFlow::getConditionExpression)
            .as("conditions of %s", gateway.getId())
            .doesNotContainNull();
      }
    }
    assertThat(diagram.each(ConditionExpression.class))
        .extracting(ModelElementInstance::getTextContent)
        .allMatch(ALLOWED_CONDITION.asMatchPredicate());
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void conditions_compareWithAnswersThatTheCodeGives(Diagram diagram) {
    for (ConditionExpression condition : diagram.each(ConditionExpression.class)) {
      Matcher matcher = ALLOWED_CONDITION.matcher(condition.getTextContent());
      if (matcher.matches() && matcher.group(4) != null) {
        assertThat(answers(matcher.group(1))).as(matcher.group()).contains(matcher.group(4));
      }
    }
  }

  @Test
  void everyEndOfACalledProcess_tellsItsOutcome() {
    assertThat(Stream.of("CodeDeliveryProcess", "LoginRequestProcess"))
        .flatMap(process -> ends(process).toList())
        .allMatch(end -> Diagram.property(end, "outcome").isPresent());
    assertThat(ends("SupportReviewProcess"))
        .filteredOn(
            end ->
                !end.getId()
                    .matches(
                        "EndEvent_(SupportReminded|LeadsCalledIn|LeadsReminded|AllLeadsCalledIn)"))
        .allMatch(end -> Diagram.property(end, "outcome").isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AccountRecoveryProcess",
        "SignInProcess",
        "AccountChangeProcess",
        "AddressConfirmationProcess"
      })
  void everyEndOfACase_tellsItsStatus(String process) {
    assertThat(Diagram.of(process).each(EndEvent.class))
        .filteredOn(end -> !isEmbedded(end.getParentElement()))
        .filteredOn(end -> !end.getId().equals("EndEvent_FirstProofTold"))
        .allSatisfy(
            end ->
                assertThat(Diagram.property(end, "status"))
                    .as(end.getId())
                    .hasValueSatisfying(status -> assertThat(statuses()).contains(status)));
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void callActivities_callADiagramOfOurs_underTheSameBusinessKey(Diagram diagram) {
    for (CallActivity call : diagram.each(CallActivity.class)) {
      assertThat(diagrams()).extracting(d -> d.process().getId()).contains(call.getCalledElement());
      assertThat(call.getExtensionElements().getChildElementsByType(CamundaIn.class))
          .extracting(CamundaIn::getCamundaBusinessKey)
          .contains("#{execution.processBusinessKey}");
    }
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void userTasks_haveAFormOfOursAndAGroup(Diagram diagram) {
    for (UserTask task : diagram.each(UserTask.class)) {
      assertThat(Guard.CASE_FILE_FORM.equals(task.getCamundaFormKey()))
          .as("%s has the case file", task.getId())
          .isNotEqualTo(Files.exists(Diagram.FORMS.resolve(task.getCamundaFormRef() + ".form")));
      assertThat(task.getCamundaCandidateGroups()).isNotBlank();
    }
  }

  /** The steps that the page texts know: the part of their keys behind {@code step.}. */
  static Set<String> stepsOfThePages() {
    try (Stream<String> lines = Files.lines(PAGE_TEXTS)) {
      return lines
          .filter(line -> line.startsWith("step."))
          .map(line -> line.split("\\.", -1)[1])
          .collect(Collectors.toSet());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Set<String> answers(String variable) {
    return switch (variable) {
      case "way" -> Arrays.stream(Way.values()).map(Way::key).collect(Collectors.toSet());
      case "outcome" ->
          diagrams()
              .flatMap(d -> d.nodes().stream())
              .flatMap(node -> Diagram.property(node, "outcome").stream())
              .collect(Collectors.toSet());
      case "checkOutcome" ->
          Set.of("accepted", "wrong", "expired", "inactive", "exhausted", "denied", "open");
      case "purpose" ->
          Arrays.stream(CasePurpose.values()).map(CasePurpose::key).collect(Collectors.toSet());
      case "keyword" ->
          Arrays.stream(Keyword.values()).map(Keyword::key).collect(Collectors.toSet());
      case "sendDecision" -> Set.of("allowed", "later", "refused");
      default -> Set.of();
    };
  }

  private static Set<String> names(RecoveryMessage... messages) {
    return Arrays.stream(messages).map(RecoveryMessage::messageName).collect(Collectors.toSet());
  }

  private static Set<String> statuses() {
    return Arrays.stream(RecoveryStatus.values())
        .map(RecoveryStatus::key)
        .collect(Collectors.toSet());
  }

  private static Stream<EndEvent> ends(String processId) {
    return Diagram.of(processId).each(EndEvent.class).stream()
        .filter(end -> end.getParentElement() instanceof Process);
  }

  private static boolean isEmbedded(ModelElementInstance scope) {
    return scope instanceof SubProcess subProcess && !subProcess.triggeredByEvent();
  }

  private static boolean issuesCode(FlowNode node) {
    return node instanceof ServiceTask task
        && "${issueCodeDelegate}".equals(task.getCamundaDelegateExpression());
  }

  private static Stream<Duration> durations(FlowNode timer) {
    return timer.getModelInstance().getModelElementsByType(TimeDuration.class).stream()
        .filter(duration -> duration.getParentElement().getParentElement().equals(timer))
        .map(duration -> IsoTime.parse(duration.getTextContent()));
  }

  private static boolean reaches(FlowNode from, Predicate<FlowNode> goal, Set<FlowNode> seen) {
    return seen.add(from)
        && (goal.test(from)
            || from.getOutgoing().stream().anyMatch(f -> reaches(f.getTarget(), goal, seen)));
  }

  private static Stream<FlowNode> waits(Diagram diagram) {
    return diagram.nodes().stream()
        .filter(node -> node instanceof EventBasedGateway || node instanceof ReceiveTask);
  }

  /** By an own timer, or one around it, or one around every call of its process. */
  private static boolean endsInTime(FlowNode wait, Set<String> callersSeen) {
    if (wait.getOutgoing().stream().anyMatch(flow -> Diagram.isTimer(flow.getTarget()))) {
      return true;
    }
    ModelElementInstance scope = wait;
    while (scope instanceof FlowNode node) {
      if (node instanceof Activity activity && hasInterruptingTimer(activity)) {
        return true;
      }
      scope = scope.getParentElement();
    }
    return everyCallEndsInTime((Process) scope, callersSeen);
  }

  private static boolean everyCallEndsInTime(Process process, Set<String> callersSeen) {
    var calls =
        diagrams()
            .flatMap(d -> d.each(CallActivity.class).stream())
            .filter(call -> process.getId().equals(call.getCalledElement()))
            .filter(call -> callersSeen.add(call.getId()))
            .toList();
    return !calls.isEmpty() && calls.stream().allMatch(call -> endsInTime(call, callersSeen));
  }

  private static boolean hasInterruptingTimer(Activity activity) {
    return activity.getModelInstance().getModelElementsByType(BoundaryEvent.class).stream()
        .filter(event -> event.getAttachedTo().equals(activity) && event.cancelActivity())
        .anyMatch(Diagram::isTimer);
  }
}
