package dev.latchkey.security;

import dev.latchkey.process.PastTheGuard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Something of everything that staff could lay hands on, and a way to see whether they did. */
final class SceneOfTheCrime {
  static final String DIAGRAM =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
        <message id="Message_Told" name="Told"/>
        <signal id="Signal_Alarm" name="Alarm"/>
        <process id="Beside" isExecutable="true" camunda:historyTimeToLive="P1D">
          <startEvent id="Start"/>
          <parallelGateway id="Fork"/>
          <userTask id="Task_Offered" camunda:candidateGroups="support"/>
          <userTask id="Task_Colleagues" camunda:candidateGroups="support" camunda:assignee="lena"/>
          <userTask id="Task_Others"/>
          <receiveTask id="Wait" messageRef="Message_Told"/>
          <boundaryEvent id="Late" attachedToRef="Task_Others" cancelActivity="false">
            <timerEventDefinition><timeDuration>P9D</timeDuration></timerEventDefinition>
          </boundaryEvent>
          <boundaryEvent id="Alarmed" attachedToRef="Task_Others" cancelActivity="false">
            <signalEventDefinition signalRef="Signal_Alarm"/>
          </boundaryEvent>
          <sequenceFlow id="f1" sourceRef="Start" targetRef="Fork"/>
          <sequenceFlow id="f2" sourceRef="Fork" targetRef="Task_Offered"/>
          <sequenceFlow id="f3" sourceRef="Fork" targetRef="Task_Others"/>
          <sequenceFlow id="f4" sourceRef="Fork" targetRef="Wait"/>
          <sequenceFlow id="f5" sourceRef="Fork" targetRef="Task_Colleagues"/>
        </process>
      </definitions>
      """;
  private static final String TABLE =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
          xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="t">
        <decision id="Paper" name="Paper" camunda:historyTimeToLive="P1D">
          <decisionTable id="t" hitPolicy="FIRST">
            <input id="i"><inputExpression id="e" typeRef="string"><text>a</text></inputExpression></input>
            <output id="o" name="b" typeRef="string"/>
            <rule id="r"><inputEntry id="ie"><text></text></inputEntry>
              <outputEntry id="oe"><text>"c"</text></outputEntry></rule>
          </decisionTable>
        </decision>
      </definitions>
      """;
  private static final List<String> WATCHED =
      List.of(
          "select count(*), sum(rev_), min(name_) from act_ru_task",
          "select count(*), min(assignee_), max(assignee_) from act_ru_task",
          "select count(*), sum(rev_) from act_ru_execution",
          "select count(*), max(text_) from act_ru_variable",
          "select count(*), sum(retries_), min(duedate_), max(priority_) from act_ru_job",
          "select count(*), sum(suspension_state_) from act_ru_jobdef",
          "select count(*), max(annotation_) from act_ru_incident",
          "select count(*) from act_ru_batch",
          "select count(*) from act_ru_identitylink",
          "select count(*) from act_ru_filter",
          "select count(*), sum(rev_) from act_ru_authorization",
          "select count(*) from act_re_deployment",
          "select count(*), sum(suspension_state_), sum(history_ttl_) from act_re_procdef",
          "select count(*), sum(history_ttl_) from act_re_decision_def",
          "select count(*), max(pwd_), min(pwd_), max(email_), max(first_) from act_id_user",
          "select count(*) from act_hi_comment",
          "select count(*), max(name_), min(name_) from act_id_group",
          "select count(*) from act_id_membership",
          "select count(*) from act_id_tenant",
          "select count(*), min(removal_time_) from act_hi_procinst");

  private final ProcessEngine engine;
  private final Map<String, String> names = new HashMap<>();
  private final String right;
  private final String filter;

  /** Jobs rest until {@link #clear}: what changes meanwhile was changed by a call. */
  SceneOfTheCrime(ProcessEngine engine) {
    this.engine = engine;
    jobs(engine).shutdown();
    String deployment =
        PastTheGuard.deploy(
                engine,
                engine
                    .getRepositoryService()
                    .createDeployment()
                    .addString("Beside.bpmn", DIAGRAM)
                    .addString("Paper.dmn", TABLE))
            .getId();
    names.put("deployment", deployment);
    ProcessInstance ended = start();
    engine.getRuntimeService().deleteProcessInstance(ended.getId(), "ended");
    names.put("ended", ended.getId());
    ProcessInstance instance = start();
    names.put("instance", instance.getId());
    names.put("key", instance.getBusinessKey());
    names.put("definition", instance.getProcessDefinitionId());
    names.put("offered", task("Task_Offered"));
    names.put("colleagues", task("Task_Colleagues"));
    names.put("others", task("Task_Others"));
    names.put(
        "waiting",
        engine
            .getRuntimeService()
            .createExecutionQuery()
            .processInstanceId(instance.getId())
            .activityId("Wait")
            .singleResult()
            .getId());
    names.put(
        "job",
        engine.getManagementService().createJobQuery().activityId("Late").singleResult().getId());
    names.put(
        "jobs",
        engine
            .getManagementService()
            .createJobDefinitionQuery()
            .processDefinitionId(instance.getProcessDefinitionId())
            .singleResult()
            .getId());
    names.put("own", engine.getHistoryService().findHistoryCleanupJobs().get(0).getId());
    names.put(
        "incident",
        engine
            .getRuntimeService()
            .createIncident("custom", names.get("waiting"), "config", "message")
            .getId());
    right = right();
    names.put("right", right);
    filter = filter();
    names.put("filter", filter);
  }

  private ProcessInstance start() {
    return engine
        .getRuntimeService()
        .startProcessInstanceByKey(
            "Beside", UUID.randomUUID().toString(), Map.of("kept", "as it is"));
  }

  private String task(String element) {
    Task task = engine.getTaskService().createTaskQuery().taskDefinitionKey(element).singleResult();
    return task.getId();
  }

  private String right() {
    var made = engine.getAuthorizationService().createNewAuthorization(1);
    made.setResource(Resources.APPLICATION);
    made.setResourceId("none");
    made.setGroupId("analyst");
    return engine.getAuthorizationService().saveAuthorization(made).getId();
  }

  private String filter() {
    return engine.getFilterService().createFilterQuery().filterName("Open").singleResult().getId();
  }

  /** The text with the names in braces replaced. */
  String fill(String text, String me) {
    String filled = text.replace("{me}", me);
    for (Map.Entry<String, String> name : names.entrySet()) {
      filled = filled.replace("{" + name.getKey() + "}", name.getValue());
    }
    return filled;
  }

  /** All that a forbidden call could have changed, as one text. */
  static String state(JdbcClient jdbc) {
    StringBuilder state = new StringBuilder();
    WATCHED.forEach(
        sql ->
            state
                .append(jdbc.sql(sql).query().singleRow().values())
                .append(' ')
                .append(sql)
                .append('\n'));
    return state.toString();
  }

  void clear() {
    engine.getAuthorizationService().deleteAuthorization(right);
    engine.getRepositoryService().deleteDeployment(names.get("deployment"), true);
    jobs(engine).start();
  }

  private static JobExecutor jobs(ProcessEngine engine) {
    return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getJobExecutor();
  }
}
