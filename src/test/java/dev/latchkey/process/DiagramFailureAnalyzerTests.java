package dev.latchkey.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.latchkey.testing.ApplicationTest;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** What an analyst reads whose diagram cannot be deployed. */
class DiagramFailureAnalyzerTests extends ApplicationTest {
  private static final String DEFINITIONS =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
        <process id="Tried" isExecutable="true">
          %s
        </process>
      </definitions>
      """;

  @Autowired private RepositoryService repository;

  @Test
  void T18_whatIsRefused_isNamedWithFileLineAndElement() {
    FailureAnalysis analysis =
        ofDeploying("Tried.bpmn", DEFINITIONS.formatted("<scriptTask id=\"Task_Run\"/>"));

    assertThat(analysis.getDescription())
        .contains("    Tried.bpmn, line 3, element Task_Run: Scripts are not run here");
    assertThat(analysis.getAction()).contains("Camunda Modeler");
  }

  @Test
  void G4_whatTheEngineCannotRead_isNamedWithFileLineAndElement() {
    FailureAnalysis analysis =
        ofDeploying(
            "Tried.bpmn",
            DEFINITIONS.formatted(
                "<startEvent id=\"Start\"/><sequenceFlow id=\"Flow\" sourceRef=\"Start\""
                    + " targetRef=\"Nowhere\"/>"));

    assertThat(analysis.getDescription())
        .containsPattern("Tried\\.bpmn, line \\d+(, element Flow)?: .*Nowhere");
  }

  @Test
  void G4_fileThatIsNoXml_isNamedWithItsLine() {
    FailureAnalysis analysis = ofDeploying("Tried.bpmn", "<definitions>\n<process>");

    assertThat(analysis.getDescription()).contains("Tried.bpmn, line 2: ");
  }

  @Test
  void G4_decisionThatCannotBeRead_isNamed() {
    FailureAnalysis analysis =
        ofDeploying(
            "Tried.dmn",
            """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d"
                namespace="t">
              <decision id="Tried" name="Tried"/>
            </definitions>
            """);

    assertThat(analysis.getDescription()).contains("Tried.dmn");
    assertThat(analysis.getAction()).contains("Camunda Modeler");
  }

  @Test
  void otherFaultsOfTheEngine_areLeftToOthers() {
    assertThat(new DiagramFailureAnalyzer().analyze(new ProcessEngineException("other"))).isNull();
  }

  private FailureAnalysis ofDeploying(String file, String content) {
    Throwable refused =
        catchThrowable(() -> repository.createDeployment().addString(file, content).deploy());
    assertThat(refused).isNotNull();
    return new DiagramFailureAnalyzer().analyze(new IllegalStateException(refused));
  }
}
