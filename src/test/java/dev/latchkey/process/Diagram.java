package dev.latchkey.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** A BPMN file of {@code processes/} as the model tests read it. */
record Diagram(Path file, BpmnModelInstance model) {

  static final Path PROCESSES = Path.of("processes");
  static final Path FORMS = Path.of("forms");

  static List<Diagram> all() {
    return files(PROCESSES, ".bpmn").map(Diagram::read).toList();
  }

  static Diagram of(String processId) {
    return read(PROCESSES.resolve(processId + ".bpmn"));
  }

  static Stream<Path> files(Path folder, String ending) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(ending)).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Diagram read(Path file) {
    return new Diagram(file, Bpmn.readModelFromFile(file.toFile()));
  }

  Process process() {
    return each(Process.class).iterator().next();
  }

  <T extends ModelElementInstance> Collection<T> each(Class<T> type) {
    return model.getModelElementsByType(type);
  }

  Collection<FlowNode> nodes() {
    return each(FlowNode.class);
  }

  Collection<SequenceFlow> flows() {
    return each(SequenceFlow.class);
  }

  /** Ends, starts, boundary and intermediate events with a timer. */
  List<FlowNode> timerEvents() {
    return nodes().stream().filter(Diagram::isTimer).toList();
  }

  static boolean isTimer(FlowNode node) {
    return eventDefinitions(node).anyMatch(TimerEventDefinition.class::isInstance);
  }

  static Stream<EventDefinition> eventDefinitions(FlowNode node) {
    return node.getChildElementsByType(EventDefinition.class).stream();
  }

  /** A gateway that decides, as against one that only joins flows. */
  static boolean decides(FlowNode node) {
    return node instanceof ExclusiveGateway && node.getOutgoing().size() > 1;
  }

  /** Value of a Camunda extension property. */
  static Optional<String> property(BaseElement element, String name) {
    if (element.getExtensionElements() == null) {
      return Optional.empty();
    }
    return element
        .getExtensionElements()
        .getElementsQuery()
        .filterByType(CamundaProperties.class)
        .list()
        .stream()
        .flatMap(properties -> properties.getCamundaProperties().stream())
        .filter(property -> name.equals(property.getCamundaName()))
        .map(property -> property.getCamundaValue())
        .findFirst();
  }

  @Override
  public String toString() {
    return file.getFileName().toString();
  }
}
