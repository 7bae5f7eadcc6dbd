package dev.latchkey.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.process.guard.Guard;
import dev.latchkey.process.guard.Vocabulary;
import dev.latchkey.recovery.RecoveryStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.StringUtils;

/**
 * The building blocks as Camunda Modeler offers them, held against the program that runs them and
 * the diagrams that use them. That Modeler can read them is checked with its own validator, in
 * {@code .ci}.
 */
class ElementTemplateTests {
  private static final Path CODE = Path.of("src/main/java/dev/latchkey/process");
  private static final Vocabulary PROGRAM = BuildingBlocks.vocabulary();

  static List<ElementTemplate> templates() {
    return ElementTemplate.all();
  }

  static List<Diagram> diagrams() {
    return Diagram.all();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void template_isNamedAsItsFile_andExplainsItselfAndItsFields(ElementTemplate template) {
    JsonNode json = template.json();
    assertThat(template.id()).isEqualTo("dev.latchkey." + template.name());
    assertThat(json.path("version").asInt()).isPositive();
    assertThat(json.path("description").asText()).endsWith(".");
    assertThat(template.properties())
        .filteredOn(property -> !property.path("type").asText().equals("Hidden"))
        .allSatisfy(
            field -> {
              assertThat(field.path("label").asText()).isNotBlank();
              assertThat(field.path("description").asText()).endsWith(".");
              assertThat(field.path("group").asText()).isEqualTo("settings");
            });
  }

  @ParameterizedTest
  @MethodSource("templates")
  void members_standInOneOrder(ElementTemplate template) {
    assertThat(members(template.json()))
        .isSubsetOf(
            "$schema",
            "name",
            "id",
            "version",
            "description",
            "keywords",
            "appliesTo",
            "elementType",
            "entriesVisible",
            "groups",
            "properties")
        .startsWith("$schema", "name", "id", "version", "description")
        .endsWith("properties");
    assertThat(template.properties())
        .allSatisfy(property -> assertThat(members(property)).endsWith("binding"));
  }

  @Test
  void G1_everyBuildingBlock_hasOneTemplate_andEachTemplateNamesOneThatExists() {
    List<String> named =
        values("camunda:delegateExpression").map(ElementTemplateTests::bean).toList();

    assertThat(named).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(delegates());
  }

  /** Those of the program, without those that tests add. */
  private static List<String> delegates() {
    return PROGRAM.delegates().stream()
        .filter(name -> Files.exists(CODE.resolve(StringUtils.capitalize(name) + ".java")))
        .toList();
  }

  @Test
  void listeners_areThoseOfTheCode() {
    assertThat(
            templates().stream()
                .flatMap(ElementTemplate::properties)
                .filter(p -> p.at("/binding/type").asText().equals("camunda:executionListener")))
        .map(p -> bean(p.path("value").asText()))
        .isNotEmpty()
        .allMatch(PROGRAM.executionListeners()::contains);
  }

  @Test
  void choices_areWordsThatTheProgramKnows() {
    Map<String, Set<String>> known =
        Map.of(
            "step", ProcessModelTests.stepsOfThePages(),
            "status",
                Arrays.stream(RecoveryStatus.values())
                    .map(RecoveryStatus::key)
                    .collect(Collectors.toSet()),
            "calledElement",
                diagrams().stream().map(d -> d.process().getId()).collect(Collectors.toSet()),
            "camunda:decisionRef", PROGRAM.decisions().keySet(),
            "camunda:formKey", Set.of(Guard.CASE_FILE_FORM),
            "camunda:candidateGroups", Set.of("support", "support-lead", "account-holder"));
    known.forEach((name, words) -> assertThat(values(name)).isNotEmpty().allMatch(words::contains));
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void G1_everyElementWithSettings_isMadeFromATemplate_andAgreesWithIt(Diagram diagram) {
    for (FlowNode element : elementsWithSettings(diagram)) {
      assertThat(ElementTemplate.usedBy(element))
          .as("template of %s in %s", element.getId(), diagram)
          .hasValueSatisfying(
              template ->
                  assertThat(template.contradictions(element))
                      .as("%s with %s", element.getId(), template)
                      .isEmpty());
    }
  }

  @Test
  void everyTemplate_canBeSeenAtWorkInADiagram_exceptTheOnesForOwnForms() {
    Set<String> used =
        diagrams().stream()
            .flatMap(diagram -> elementsWithSettings(diagram).stream())
            .flatMap(element -> ElementTemplate.usedBy(element).stream())
            .map(ElementTemplate::name)
            .collect(Collectors.toSet());
    assertThat(templates())
        .extracting(ElementTemplate::name)
        .filteredOn(name -> !used.contains(name))
        .containsExactly("own-step");
  }

  private static List<FlowNode> elementsWithSettings(Diagram diagram) {
    return diagram.nodes().stream().filter(ElementTemplateTests::hasSettings).toList();
  }

  private static boolean hasSettings(FlowNode node) {
    return (node instanceof Activity && !(node instanceof SubProcess))
        || node instanceof EventBasedGateway
        || (Diagram.isTimer(node) && !(node instanceof StartEvent))
        || says(node, StepParseListener.OUTCOME)
        || says(node, StepParseListener.STATUS);
  }

  private static boolean says(BaseElement element, String property) {
    return Diagram.property(element, property).isPresent();
  }

  private static Stream<String> values(String bindingName) {
    return templates().stream().flatMap(template -> template.values(bindingName));
  }

  private static String bean(String expression) {
    return expression.replaceAll("[${}]", "");
  }

  private static List<String> members(JsonNode json) {
    List<String> members = new ArrayList<>();
    json.fieldNames().forEachRemaining(members::add);
    return members;
  }
}
