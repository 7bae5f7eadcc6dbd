package dev.latchkey.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is left in the engine's history of a process that passes everything there is. */
class LeanHistoryTests {
  private static SmallEngine engine;

  private String instance;

  @BeforeAll
  static void start() {
    engine = new SmallEngine(mock());
    engine.deploy(Bpmn.createExecutableProcess("Called").startEvent().userTask().endEvent().done());
    engine.deploy(diagram());
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  private static BpmnModelInstance diagram() {
    ProcessBuilder process = Bpmn.createExecutableProcess("Small");
    process
        .eventSubProcess("SubProcess_Stopped")
        .startEvent("StartEvent_Stopped")
        .message("Stopped")
        .serviceTask("Task_Stop")
        .camundaDelegateExpression("${work}")
        .endEvent("EndEvent_Stopped");
    return process
        .startEvent("StartEvent_Begun")
        .serviceTask("Task_Work")
        .camundaDelegateExpression("${work}")
        .exclusiveGateway("Gateway_Passed")
        .userTask("Task_Decide")
        .receiveTask("Task_Wait")
        .message("Go")
        .subProcess("SubProcess_Inner")
        .embeddedSubProcess()
        .startEvent("StartEvent_Inner")
        .eventBasedGateway()
        .id("Gateway_WaitForAnswer")
        .intermediateCatchEvent("Event_Answered")
        .message("Answered")
        .callActivity("CallActivity_Called")
        .calledElement("Called")
        .endEvent("EndEvent_Inner")
        .moveToNode("Gateway_WaitForAnswer")
        .intermediateCatchEvent("Event_Overdue")
        .timerWithDuration("PT1H")
        .endEvent("EndEvent_Overdue")
        .subProcessDone()
        .intermediateCatchEvent("Event_Later")
        .timerWithDuration("P1D")
        .endEvent("EndEvent_Over")
        .done();
  }

  @BeforeEach
  void begin() {
    engine.fails(null);
    instance = engine.runtime().startProcessInstanceByKey("Small", Map.of("caseId", "7")).getId();
  }

  private void decide() {
    Task task = engine.tasks().createTaskQuery().processInstanceId(instance).singleResult();
    engine.tasks().setAssignee(task.getId(), "sora");
    engine.tasks().complete(task.getId());
  }

  private void comes(String message) {
    EventSubscription waiting =
        engine
            .runtime()
            .createEventSubscriptionQuery()
            .processInstanceId(instance)
            .eventName(message)
            .singleResult();
    engine.runtime().messageEventReceived(message, waiting.getExecutionId());
  }

  private void timerFires() {
    engine.tries(engine.job(instance));
  }

  private void runToItsEnd() {
    decide();
    comes("Go");
    comes("Answered");
    Task called =
        engine.tasks().createTaskQuery().processInstanceId(theCalled().getId()).singleResult();
    engine.tasks().complete(called.getId());
    timerFires();
  }

  private HistoricProcessInstance theCalled() {
    return engine
        .history()
        .createHistoricProcessInstanceQuery()
        .superProcessInstanceId(instance)
        .singleResult();
  }

  private HistoricProcessInstance whole() {
    return engine
        .history()
        .createHistoricProcessInstanceQuery()
        .processInstanceId(instance)
        .singleResult();
  }

  private List<HistoricActivityInstance> kept() {
    return engine
        .history()
        .createHistoricActivityInstanceQuery()
        .processInstanceId(instance)
        .orderPartiallyByOccurrence()
        .asc()
        .list();
  }

  @Test
  void waitsCallsAndTheEnd_areKept_andNothingInBetween() {
    runToItsEnd();

    assertThat(kept())
        .extracting(HistoricActivityInstance::getActivityId)
        .containsExactlyInAnyOrder(
            "Task_Decide",
            "Task_Wait",
            "Gateway_WaitForAnswer",
            "CallActivity_Called",
            "Event_Later",
            "EndEvent_Over");
  }

  @Test
  void whatIsWaitedFor_isOpenInTheHistory_asLongAsItLasts() {
    decide();

    assertThat(kept())
        .filteredOn(activity -> activity.getEndTime() == null)
        .extracting(HistoricActivityInstance::getActivityId)
        .containsExactly("Task_Wait");
  }

  @Test
  void afterTheEnd_nothingStaysOpen() {
    runToItsEnd();

    assertThat(kept()).allMatch(activity -> activity.getEndTime() != null);
    assertThat(whole().getState()).isEqualTo(HistoricProcessInstance.STATE_COMPLETED);
    assertThat(whole().getEndTime()).isNotNull();
  }

  @Test
  void B4_timeThatRanOut_isKept() {
    decide();
    comes("Go");
    timerFires();

    assertThat(kept())
        .extracting(HistoricActivityInstance::getActivityId)
        .containsExactlyInAnyOrder(
            "Task_Decide", "Task_Wait", "Gateway_WaitForAnswer", "Event_Overdue", "Event_Later");
  }

  @Test
  void whoDecided_isKept() {
    decide();

    assertThat(
            engine
                .history()
                .createHistoricTaskInstanceQuery()
                .processInstanceId(instance)
                .singleResult())
        .satisfies(
            (HistoricTaskInstance task) -> {
              assertThat(task.getAssignee()).isEqualTo("sora");
              assertThat(task.getEndTime()).isNotNull();
            });
    assertThat(kept())
        .filteredOn(activity -> activity.getActivityId().equals("Task_Decide"))
        .extracting(HistoricActivityInstance::getAssignee)
        .containsExactly("sora");
  }

  @Test
  void calledProcess_isFoundFromItsCall() {
    runToItsEnd();

    assertThat(kept())
        .filteredOn(activity -> activity.getActivityId().equals("CallActivity_Called"))
        .extracting(HistoricActivityInstance::getCalledProcessInstanceId)
        .containsExactly(theCalled().getId());
  }

  @Test
  void endThroughAnInterruption_isToldByWhatInterrupted() {
    decide();
    comes("Stopped");

    assertThat(kept())
        .extracting(HistoricActivityInstance::getActivityId)
        .containsExactlyInAnyOrder("Task_Decide", "Task_Wait", "SubProcess_Stopped");
    assertThat(kept()).allMatch(activity -> activity.getEndTime() != null);
  }

  @Test
  void R24_values_areThereForTasklistAndCockpit_andNotInTheHistory() {
    assertThat(engine.runtime().getVariables(instance)).containsEntry("caseId", "7");
    assertThat(
            engine
                .history()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance)
                .count())
        .isZero();
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "ACTIVITY_INSTANCE_START",
        "ACTIVITY_INSTANCE_UPDATE",
        "ACTIVITY_INSTANCE_MIGRATE",
        "ACTIVITY_INSTANCE_END"
      })
  void whatIsPassed_isWrittenAtNoTime(HistoryEventTypes time) {
    assertThat(new LeanHistory().isHistoryEventProduced(time, at("exclusiveGateway"))).isFalse();
    assertThat(new LeanHistory().isHistoryEventProduced(time, at("userTask"))).isTrue();
  }

  /** Somewhere in the middle of a process. */
  private static ExecutionEntity at(String type) {
    ActivityImpl activity = mock();
    when(activity.getProperty("type")).thenReturn(type);
    when(activity.getFlowScope()).thenReturn(mock());
    ExecutionEntity execution = mock();
    when(execution.getActivity()).thenReturn(activity);
    return execution;
  }

  @Test
  void levelIsToldFromTheEnginesOwn_byNeitherNameNorNumber() {
    LeanHistory level = new LeanHistory();

    assertThat(level.getName()).isEqualTo("activity");
    assertThat(level.getId()).isEqualTo(1);
  }
}
