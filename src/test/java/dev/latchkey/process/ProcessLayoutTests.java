package dev.latchkey.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.process.Drawing.Figure;
import dev.latchkey.process.Drawing.Label;
import dev.latchkey.process.Drawing.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the drawings readable: nothing lies on anything else. */
class ProcessLayoutTests {

  private static final List<Diagram> DIAGRAMS = Diagram.all();
  private static final List<Drawing> DRAWINGS = DIAGRAMS.stream().map(Drawing::of).toList();

  static Stream<Diagram> diagrams() {
    return DIAGRAMS.stream();
  }

  static Stream<Drawing> drawings() {
    return DRAWINGS.stream();
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void everyElementAndFlow_isDrawn(Drawing drawing) {
    assertThat(drawing.missing()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void everyAnswerAtAGateway_hasAPlaceForItsLabel(Diagram diagram) {
    assertThat(diagram.flows())
        .filteredOn(flow -> flow.getName() != null)
        .allMatch(flow -> flow.getDiagramElement().getBpmnLabel() != null);
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void noTwoShapes_overlap(Drawing drawing) {
    List<Figure> figures = drawing.figures();
    List<String> overlaps = new ArrayList<>();
    for (int i = 0; i < figures.size(); i++) {
      Figure figure = figures.get(i);
      figures.subList(i + 1, figures.size()).stream()
          .filter(other -> figure.box().intersects(other.box()) && !figure.mayTouch(other))
          .forEach(other -> overlaps.add(figure.id() + " and " + other.id()));
    }
    assertThat(overlaps).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void everyShape_liesInsideItsScopes(Drawing drawing) {
    List<Figure> figures = drawing.figures();
    for (Figure scope : figures) {
      assertThat(figures)
          .filteredOn(figure -> figure.scopes().contains(scope.id()))
          .allMatch(figure -> scope.box().contains(figure.box()));
    }
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void noFlow_passesBehindAShape(Drawing drawing) {
    List<String> hidden = new ArrayList<>();
    for (Line line : drawing.lines()) {
      drawing.figures().stream()
          .filter(figure -> !line.touches(figure.id()) && line.passes(figure.box()))
          .forEach(figure -> hidden.add(line.id() + " behind " + figure.id()));
    }
    assertThat(hidden).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void noTwoFlows_cross(Drawing drawing) {
    List<Line> lines = drawing.lines();
    List<String> crossings = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      lines.subList(i + 1, lines.size()).stream()
          .filter(other -> !line.meets(other) && line.crosses(other))
          .forEach(other -> crossings.add(line.id() + " and " + other.id()));
    }
    assertThat(crossings).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void flows_runStraightUpDownAndAcross(Drawing drawing) {
    assertThat(drawing.lines()).allMatch(Line::isStraight);
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void noLabel_isCovered(Drawing drawing) {
    List<String> covered = new ArrayList<>();
    for (Label label : drawing.labels()) {
      drawing.labels().stream()
          .filter(other -> !other.equals(label) && other.box().intersects(label.box()))
          .forEach(other -> covered.add(label.owner() + " by the label of " + other.owner()));
      drawing.figures().stream()
          .filter(figure -> figure.covers(label.box()))
          .forEach(figure -> covered.add(label.owner() + " by " + figure.id()));
      drawing.lines().stream()
          .filter(line -> line.passes(label.box()))
          .forEach(line -> covered.add(label.owner() + " by " + line.id()));
    }
    assertThat(covered).isEmpty();
  }
}
