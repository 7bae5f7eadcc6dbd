package dev.latchkey.process;

import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.DiagramElement;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/**
 * Where things lie in a diagram, in pixels.
 *
 * @param missing ids of elements and flows that are not drawn
 */
record Drawing(
    String name, List<Figure> figures, List<Line> lines, List<Label> labels, List<String> missing) {

  /**
   * A drawn element.
   *
   * @param outline a diamond for gateways, else the same as {@code box}
   * @param host the activity that a boundary event sits on, or null
   * @param scopes sub-processes around it, innermost first
   */
  record Figure(
      String id, Rectangle2D box, Shape outline, boolean scope, String host, List<String> scopes) {

    /** A scope lies around its elements; a boundary event sits on the edge of its activity. */
    boolean mayTouch(Figure other) {
      return scopes.contains(other.id)
          || other.scopes.contains(id)
          || other.id.equals(host)
          || id.equals(other.host);
    }

    /** Whether it hides a label: by lying on it or, for a scope, with its edge. */
    boolean covers(Rectangle2D label) {
      return outline.intersects(label) && !(scope && box.contains(label));
    }
  }

  /** A drawn sequence flow. */
  record Line(String id, String from, String to, List<String> scopes, List<Line2D> segments) {

    /** Flows that leave or reach the same element may share the line next to it. */
    boolean meets(Line other) {
      return from.equals(other.from) || to.equals(other.to);
    }

    boolean touches(String figure) {
      return from.equals(figure) || to.equals(figure) || scopes.contains(figure);
    }

    boolean crosses(Line other) {
      return segments.stream().anyMatch(s -> other.segments.stream().anyMatch(s::intersectsLine));
    }

    boolean passes(Rectangle2D box) {
      return segments.stream().anyMatch(segment -> segment.intersects(box));
    }

    boolean isStraight() {
      return segments.stream().allMatch(s -> s.getX1() == s.getX2() || s.getY1() == s.getY2());
    }
  }

  /** A label that lies outside its element. */
  record Label(String owner, Rectangle2D box) {}

  static Drawing of(Diagram diagram) {
    var drawing =
        new Drawing(
            diagram.toString(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    diagram.nodes().forEach(drawing::add);
    diagram.flows().forEach(drawing::add);
    return drawing;
  }

  private void add(FlowNode node) {
    DiagramElement drawn = node.getDiagramElement();
    if (drawn == null) {
      missing.add(node.getId());
    } else {
      figures.add(figure(node, drawn));
      label(node.getId(), drawn).forEach(labels::add);
    }
  }

  private void add(SequenceFlow flow) {
    BpmnEdge drawn = flow.getDiagramElement();
    if (drawn == null) {
      missing.add(flow.getId());
    } else {
      lines.add(line(flow, drawn));
      label(flow.getId(), drawn).forEach(labels::add);
    }
  }

  private static Figure figure(FlowNode node, DiagramElement drawn) {
    Bounds bounds = drawn.getChildElementsByType(Bounds.class).iterator().next();
    Rectangle2D box = box(bounds);
    return new Figure(
        node.getId(),
        box,
        node instanceof Gateway ? diamond(box) : box,
        node instanceof SubProcess,
        node instanceof BoundaryEvent event ? event.getAttachedTo().getId() : null,
        scopes(node));
  }

  private static Line line(SequenceFlow flow, BpmnEdge drawn) {
    List<Waypoint> points = List.copyOf(drawn.getWaypoints());
    List<Line2D> segments = new ArrayList<>();
    for (int i = 1; i < points.size(); i++) {
      Waypoint from = points.get(i - 1);
      Waypoint to = points.get(i);
      segments.add(new Line2D.Double(from.getX(), from.getY(), to.getX(), to.getY()));
    }
    FlowNode source = flow.getSource();
    return new Line(
        flow.getId(), source.getId(), flow.getTarget().getId(), scopes(source), segments);
  }

  private static Stream<Label> label(String owner, DiagramElement drawn) {
    return drawn.getChildElementsByType(BpmnLabel.class).stream()
        .map(label -> new Label(owner, box(label.getBounds())));
  }

  private static List<String> scopes(FlowNode node) {
    List<String> scopes = new ArrayList<>();
    var parent = node.getParentElement();
    while (parent instanceof SubProcess scope) {
      scopes.add(scope.getId());
      parent = scope.getParentElement();
    }
    return scopes;
  }

  private static Rectangle2D box(Bounds b) {
    return new Rectangle2D.Double(b.getX(), b.getY(), b.getWidth(), b.getHeight());
  }

  private static Shape diamond(Rectangle2D box) {
    Path2D path = new Path2D.Double();
    path.moveTo(box.getCenterX(), box.getMinY());
    path.lineTo(box.getMaxX(), box.getCenterY());
    path.lineTo(box.getCenterX(), box.getMaxY());
    path.lineTo(box.getMinX(), box.getCenterY());
    path.closePath();
    return path;
  }

  @Override
  public String toString() {
    return name;
  }
}
