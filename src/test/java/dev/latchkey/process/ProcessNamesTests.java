package dev.latchkey.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/** Holds ids, labels and bean names of the diagrams against the house style and the code. */
class ProcessNamesTests {

  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  private static final Pattern BEAN = Pattern.compile("\\$\\{[a-z]\\w*(Delegate|Listener)}");
  private static final Set<String> OTHER_WAYS_TO_RUN_CODE =
      Set.of("class", "expression", "resource", "type", "topic", "resultVariable");

  static Stream<Diagram> diagrams() {
    return Diagram.all().stream();
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void ids_sayWhatKindOfElementItIs(Diagram diagram) {
    assertThat(diagram.nodes())
        .allSatisfy(node -> assertThat(node.getId()).matches(prefix(node) + "_[A-Z]\\w+"));
    assertThat(diagram.flows())
        .allSatisfy(flow -> assertThat(flow.getId()).matches("Flow_[A-Z]\\w+"));
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void idsOfMessagesAndErrors_followTheirNames(Diagram diagram) {
    assertThat(diagram.each(Message.class))
        .allSatisfy(
            message -> assertThat(message.getId()).isEqualTo("Message_" + message.getName()));
    assertThat(diagram.each(Error.class))
        .allSatisfy(error -> assertThat(error.getId()).isEqualTo("Error_" + error.getErrorCode()));
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void everyElement_hasALabel(Diagram diagram) {
    assertThat(diagram.process().getName()).isNotBlank();
    assertThat(diagram.nodes())
        .filteredOn(node -> !onlyJoins(node))
        .allSatisfy(node -> assertThat(node.getName()).as(node.getId()).matches("(?s)[“A-Z0-9].+"));
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void everyDecision_isAQuestionWithAnswers(Diagram diagram) {
    assertThat(diagram.nodes())
        .filteredOn(Diagram::decides)
        .allSatisfy(
            gateway -> {
              assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
              assertThat(gateway.getOutgoing())
                  .extracting(SequenceFlow::getName)
                  .as("answers of %s", gateway.getId())
                  .doesNotContainNull()
                  .doesNotContain("")
                  .doesNotHaveDuplicates();
            });
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void codeIsReachedOnlyThroughDelegatesAndListeners(Diagram diagram) {
    assertThat(diagram.each(ServiceTask.class))
        .extracting(ServiceTask::getCamundaDelegateExpression)
        .doesNotContainNull();
    assertThat(expressions(diagram)).allMatch(BEAN.asMatchPredicate());
    assertThat(elements(diagram.model().getDocument().getRootElement()))
        .allSatisfy(
            element ->
                assertThat(OTHER_WAYS_TO_RUN_CODE)
                    .as(element.getLocalName() + " " + element.getAttribute("id"))
                    .noneMatch(name -> element.hasAttribute(CAMUNDA, name)));
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void everyDelegateAndListener_existsInTheCode(Diagram diagram) {
    Set<String> missing =
        expressions(diagram)
            .map(text -> text.replaceAll("[${}]", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    missing.removeAll(beans());
    assertThat(missing).as("named in %s, but not in the code", diagram).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void noDiagram_holdsAScript(Diagram diagram) {
    assertThat(diagram.each(ScriptTask.class)).isEmpty();
    assertThat(diagram.each(CamundaScript.class)).isEmpty();
    assertThat(elements(diagram.model().getDocument().getRootElement()))
        .noneMatch(element -> element.hasAttribute("language"))
        .noneMatch(
            element ->
                element.getLocalName().toLowerCase(java.util.Locale.ROOT).endsWith("script"));
  }

  private static String prefix(FlowNode node) {
    if (node instanceof StartEvent) {
      return "StartEvent";
    } else if (node instanceof EndEvent) {
      return "EndEvent";
    } else if (node instanceof BoundaryEvent) {
      return "BoundaryEvent";
    } else if (node instanceof Gateway) {
      return "Gateway";
    } else if (node instanceof CallActivity) {
      return "CallActivity";
    } else if (node instanceof SubProcess) {
      return "SubProcess";
    }
    return node instanceof Task ? "Task" : "Event";
  }

  private static boolean onlyJoins(FlowNode node) {
    return node instanceof Gateway && node.getOutgoing().size() == 1;
  }

  private static Stream<String> expressions(Diagram diagram) {
    return elements(diagram.model().getDocument().getRootElement())
        .map(element -> element.getAttribute(CAMUNDA, "delegateExpression"))
        .filter(StringUtils::hasText);
  }

  private static Stream<DomElement> elements(DomElement root) {
    return Stream.concat(
        Stream.of(root), root.getChildElements().stream().flatMap(ProcessNamesTests::elements));
  }

  /** Bean names as Spring gives them to the delegates and listeners of this package. */
  private static Set<String> beans() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*(Delegate|Listener)")));
    return scanner.findCandidateComponents("dev.latchkey.process").stream()
        .filter(AnnotatedBeanDefinition.class::isInstance)
        .map(bean -> StringUtils.uncapitalize(ClassUtils.getShortName(bean.getBeanClassName())))
        .collect(Collectors.toSet());
  }
}
