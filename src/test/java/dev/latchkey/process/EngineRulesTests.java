package dev.latchkey.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.process.guard.Patched;
import dev.latchkey.testing.ApplicationTest;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import javax.script.ScriptEngineFactory;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a diagram can and cannot reach. */
@ExtendWith(OutputCaptureExtension.class)
class EngineRulesTests extends ApplicationTest {
  private static final String PROCESS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="test">
        <bpmn:process id="Tried" isExecutable="true" camunda:historyTimeToLive="P1D">
          <bpmn:startEvent id="Start"/>
          <bpmn:sequenceFlow id="Flow" sourceRef="Start" targetRef="Task_Tried"/>
          %s
        </bpmn:process>
      </bpmn:definitions>
      """;
  private static final String SERVICE = "<bpmn:serviceTask id=\"Task_Tried\" %s/>";

  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @Autowired private HistoryService history;
  @Autowired private ProcessEngine engine;
  @Autowired private Clock clock;
  @Autowired private BeanFactory beans;
  @Autowired private ProcessDeployment deployment;

  @AfterEach
  void removeDeployments() {
    ClockUtil.reset();
    repository
        .createDeploymentQuery()
        .deploymentName("tried")
        .list()
        .forEach(tried -> repository.deleteDeployment(tried.getId(), true));
  }

  @Test
  void T18_noScriptEngine_isOnTheClassPath() {
    // Camunda's own expression languages come with the engine; the engine is refused them as well
    assertThat(ServiceLoader.load(ScriptEngineFactory.class))
        .allSatisfy(found -> assertThat(found.getClass().getName()).startsWith("org.camunda."));
    for (String language : List.of("juel", "feel", "javascript", "groovy")) {
      assertThatThrownBy(() -> new NoScripts().getScriptEngine(language, true))
          .isInstanceOf(ProcessEngineException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<bpmn:scriptTask id=\"Task_Tried\""
            + " scriptFormat=\"javascript\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
        "<bpmn:serviceTask id=\"Task_Tried\" camunda:class=\"java.lang.Object\"/>",
        "<bpmn:serviceTask id=\"Task_Tried\" camunda:type=\"external\" camunda:topic=\"x\"/>",
        "<bpmn:serviceTask id=\"Task_Tried\" camunda:type=\"shell\"/>",
        "<bpmn:serviceTask id=\"Task_Tried\""
            + " camunda:expression=\"${1}\"><bpmn:extensionElements><camunda:executionListener"
            + " event=\"start\""
            + " class=\"java.lang.Object\"/></bpmn:extensionElements></bpmn:serviceTask>",
        "<bpmn:serviceTask id=\"Task_Tried\""
            + " camunda:expression=\"${1}\"><bpmn:extensionElements><camunda:executionListener"
            + " event=\"start\"><camunda:script"
            + " scriptFormat=\"juel\">1</camunda:script></camunda:executionListener></bpmn:extensionElements></bpmn:serviceTask>",
        "<bpmn:serviceTask id=\"Task_Tried\""
            + " camunda:expression=\"${1}\"><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter"
            + " name=\"x\"><camunda:script"
            + " scriptFormat=\"juel\">1</camunda:script></camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:serviceTask>",
        "<bpmn:serviceTask"
            + " id=\"Task_Tried\"><bpmn:extensionElements><camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector></bpmn:extensionElements></bpmn:serviceTask>",
        "<bpmn:userTask id=\"Task_Tried\" camunda:formKey=\"embedded:deployment:x.html\"/>",
        "<bpmn:userTask id=\"Task_Tried\" camunda:formKey=\"embedded:/camunda/latchkey/other\"/>",
        "<bpmn:userTask"
            + " id=\"Task_Tried\"><bpmn:extensionElements><camunda:formData><camunda:formField"
            + " id=\"f\" type=\"string\"><camunda:validation><camunda:constraint name=\"validator\""
            + " config=\"java.lang.Object\"/></camunda:validation></camunda:formField></camunda:formData></bpmn:extensionElements></bpmn:userTask>"
      })
  void T18_foreignCode_isRefusedAtDeployment_withTheElementsId(String task) {
    assertThatThrownBy(() -> deploy(PROCESS.formatted(task)))
        .isInstanceOfSatisfying(
            ParseException.class,
            refused ->
                assertThat(refused.getResorceReports())
                    .flatExtracting(report -> report.getErrors())
                    .anySatisfy(
                        error -> {
                          assertThat(error.getMainElementId()).isIn("Task_Tried", "f");
                          assertThat(error.getLine()).isPositive();
                        }));
    assertThat(repository.createProcessDefinitionQuery().processDefinitionKey("Tried").count())
        .isZero();
  }

  @Test
  void T18_scriptInACondition_isRefused() {
    String flow =
        """
        <bpmn:serviceTask id="Task_Tried" camunda:expression="${1}"/>
        <bpmn:sequenceFlow id="Flow_Tried" sourceRef="Task_Tried" targetRef="End">
          <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" language="groovy">1\
        </bpmn:conditionExpression>
        </bpmn:sequenceFlow>
        <bpmn:endEvent id="End"/>
        """;
    assertThatThrownBy(() -> deploy(PROCESS.formatted(flow)))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("Flow_Tried");
  }

  @Test
  void T18_doctype_isRefused() {
    String task = SERVICE.formatted("camunda:expression=\"${1}\"");
    String withDoctype =
        PROCESS
            .formatted(task)
            .replace("?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"http://127.0.0.1:9/\">]>");
    assertThatThrownBy(() -> deploy(withDoctype))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("DOCTYPE");
  }

  @Test
  void T18_schemaElsewhere_isRefused() {
    String task = SERVICE.formatted("camunda:expression=\"${1}\"");
    String elsewhere =
        PROCESS
            .formatted(task)
            .replace(
                "targetNamespace",
                "xsi:schemaLocation=\"urn:x http://127.0.0.1:9/x.xsd\" targetNamespace");
    assertThatThrownBy(() -> deploy(elsewhere))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("schemaLocation");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tried.cmmn", "tried.html", "tried.bpmn20.xml", "tried.js"})
  void T18_otherFiles_areRefused(String name) {
    assertThatThrownBy(
            () -> repository.createDeployment().name("tried").addString(name, "<x/>").deploy())
        .isInstanceOf(ParseException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript", "groovy", "juel"})
  void T18_decisionsInOtherThanFeel_areRefused(String language) {
    assertThatThrownBy(() -> deployDecision(language, "1 + 1"))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("FEEL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${applicationContext}",
        "${dataSource}",
        "${serverKey}",
        "${runtimeService}",
        "${environment}",
        "${triedDelegate.getClass()}",
        "${triedDelegate.class}",
        "${execution.getProcessEngineServices()}",
        "${execution.processEngineServices}",
        "${execution.setVariable('a', 'b')}",
        "${execution.id}",
        "${''.getClass().forName('java.lang.Runtime')}",
        "${text.length()}"
      })
  void T18_expressions_reachNothingButDelegatesAndVariables(String expression) {
    String diagram =
        PROCESS.formatted(SERVICE.formatted("camunda:expression=\"" + expression + "\""));
    assertThatThrownBy(() -> deploy(diagram))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("element Task_Tried")
        .hasMessageContaining(expression);
    deployPastTheGuard(diagram);
    assertThatThrownBy(() -> runtime.startProcessInstanceByKey("Tried", Map.of("text", "x")))
        .isInstanceOf(ProcessEngineException.class);
  }

  @Test
  void buildingBlocksOfTheGuard_areBeansOfTheApplication() {
    assertThat(BuildingBlocks.beans()).isNotEmpty().allMatch(beans::containsBean);
  }

  @Test
  void delegates_areFoundByName_andSeeTheBusinessKey() {
    String task =
        """
        <bpmn:serviceTask id="Task_Tried" camunda:delegateExpression="${triedDelegate}">
          <bpmn:extensionElements><camunda:inputOutput>
            <camunda:inputParameter name="key">#{execution.processBusinessKey}\
        </camunda:inputParameter>
          </camunda:inputOutput></bpmn:extensionElements>
        </bpmn:serviceTask>
        """;
    deployPastTheGuard(PROCESS.formatted(task));
    runtime.startProcessInstanceByKey("Tried", "case-7");
    assertThat(TriedDelegate.seen()).isEqualTo("case-7");
  }

  @Test
  void unhandledBpmnError_isAFault() {
    deployPastTheGuard(
        PROCESS.formatted(SERVICE.formatted("camunda:delegateExpression=\"${triedDelegate}\"")));
    assertThatThrownBy(() -> runtime.startProcessInstanceByKey("Tried", Map.of("fail", true)))
        .isInstanceOf(ProcessEngineException.class);
    assertThat(history.createHistoricProcessInstanceQuery().processDefinitionKey("Tried").count())
        .isZero();
  }

  @Test
  void timeToLive_isRequired() {
    String task = SERVICE.formatted("camunda:expression=\"${1}\"");
    assertThatThrownBy(
            () -> deploy(PROCESS.formatted(task).replace("camunda:historyTimeToLive=\"P1D\"", "")))
        .isInstanceOf(ProcessEngineException.class);
  }

  @Test
  void movingTheEnginesClock_movesTheClock() {
    Instant later = clock.instant().plus(Duration.ofDays(1));
    ClockUtil.setCurrentTime(Date.from(later));
    assertThat(clock.instant()).isEqualTo(later);
  }

  @Test
  void restart_makesNoNewVersions() {
    long before = repository.createDeploymentQuery().count();
    deployment.postProcessEngineBuild(engine);
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
  }

  @Test
  void G2_restart_takesNothingBack_thatAnAnalystDeployed() {
    deployAsModeler(Patched.files("as they are"));
    String analysts = newestPlace();
    deployment.postProcessEngineBuild(engine);
    assertThat(newestPlace()).isEqualTo(analysts);
  }

  @Test
  void G2_newVersionOfTheApplication_withOtherFiles_comesIntoUse_andSaysWhatItReplaces(
      CapturedOutput log) {
    Set<String> before = deployments();
    deploy(
        Patched.files("of the version before")
            .in("CodeDeliveryProcess.bpmn")
            .replaceIn("BoundaryEvent_TwoMinutesOver", "PT2M", "PT3M"),
        ProcessDeployment.NAME,
        ProcessDeployment.NAME);
    deployAsModeler(Patched.files("as they are"));
    String analysts = newestPlace();
    try {
      deployment.postProcessEngineBuild(engine);
      assertThat(newestPlace()).isNotEqualTo(analysts);
      assertThat(log).contains("no longer what staff deployed: [AccountChangeProcess, ");
    } finally {
      Set<String> made = deployments();
      made.removeAll(before);
      made.forEach(id -> repository.deleteDeployment(id, true));
    }
  }

  private Set<String> deployments() {
    return repository.createDeploymentQuery().list().stream()
        .map(Deployment::getId)
        .collect(Collectors.toSet());
  }

  @Test
  void G2_whatIsNotInUseAnyMore_isDeployedAgain_evenIfModelerSentTheSameBefore() {
    deployAsModeler(Patched.files("first"));
    String first = newestPlace();
    deployAsModeler(Patched.files("first"));
    assertThat(newestPlace()).isEqualTo(first);

    repository.createDeployment().name("tried").addDeploymentResources(first).deploy();
    String other = newestPlace();
    deployAsModeler(Patched.files("first"));
    assertThat(newestPlace()).isNotIn(first, other);
  }

  private void deployAsModeler(Patched files) {
    deploy(files, "tried", "Camunda Modeler");
  }

  private void deploy(Patched files, String name, String source) {
    DeploymentBuilder tried =
        repository.createDeployment().name(name).source(source).enableDuplicateFiltering(false);
    files
        .contents()
        .forEach((file, content) -> tried.addInputStream(file, new ByteArrayInputStream(content)));
    tried.deploy();
  }

  private String newestPlace() {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey("CodeDeliveryProcess")
        .latestVersion()
        .singleResult()
        .getDeploymentId();
  }

  @Test
  void settingsThatSecurityDependsOn_hold() {
    ProcessEngineConfigurationImpl settings =
        (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    assertThat(settings.isAuthorizationEnabled()).isTrue();
    assertThat(settings.isEnforceSpecificVariablePermission()).isTrue();
    assertThat(settings.isEnableExpressionsInAdhocQueries()).isFalse();
    assertThat(settings.isEnableExpressionsInStoredQueries()).isFalse();
    assertThat(settings.isDeserializationTypeValidationEnabled()).isTrue();
    assertThat(settings.isJavaSerializationFormatEnabled()).isFalse();
    assertThat(settings.isEnableExceptionsAfterUnhandledBpmnError()).isTrue();
    assertThat(settings.getDefaultUserPermissionNameForTask()).isEqualTo("TASK_WORK");
    assertThat(settings.getQueryMaxResultsLimit()).isEqualTo(2000);
    assertThat(settings.getHistoryRemovalTimeStrategy()).isEqualTo("start");
    assertThat(settings.getHistoryLevel()).isInstanceOf(LeanHistory.class);
    assertThat(settings.getFailedJobCommandFactory()).isInstanceOf(JobRetries.class);
    assertThat(settings.getHistoryCleanupBatchWindowStartTime()).isNotBlank();
    assertThat(settings.isMetricsEnabled()).isFalse();
    assertThat(settings.getJobExecutor().getMaxWait()).isLessThanOrEqualTo(5000);
    assertThat(settings.getJobExecutor().getLockTimeInMillis()).isBetween(20_000, 30_000);
  }

  private void deploy(String xml) {
    repository.createDeployment().name("tried").addString("Tried.bpmn", xml).deploy();
  }

  private void deployPastTheGuard(String xml) {
    PastTheGuard.deploy(
        engine, repository.createDeployment().name("tried").addString("Tried.bpmn", xml));
  }

  private void deployDecision(String language, String text) {
    String xml =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL" id="d" name="d"
            namespace="test" xmlns:camunda="http://camunda.org/schema/1.0/dmn">
          <decision id="Tried" name="Tried" camunda:historyTimeToLive="P1D">
            <variable id="v" name="v" typeRef="string"/>
            <literalExpression id="e" expressionLanguage="%s"><text>%s</text></literalExpression>
          </decision>
        </definitions>
        """;
    repository
        .createDeployment()
        .name("tried")
        .addString("Tried.dmn", xml.formatted(language, text))
        .deploy();
  }
}
