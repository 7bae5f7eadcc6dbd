package dev.latchkey.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.process.guard.Patched;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The guard on the command line. */
class CheckProcessesTests {
  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void everyFileOfTheProject_passes_withoutAWarning() {
    assertThat(run("--check-processes=processes,forms")).as(said()).isZero();
    assertThat(said()).endsWith("0 errors, 0 warnings\n");
  }

  @Test
  void G4_mistake_isTold_withPlaceAndRemedy_andExitStatusOne() throws IOException {
    writeBroken();

    assertThat(run("--check-processes", folder.toString())).isEqualTo(1);
    assertThat(said())
        .containsPattern(
            "ERROR {3}CodeDeliveryProcess.bpmn, line \\d+, element BoundaryEvent_TwoMinutesOver"
                + " \"Two minutes over\" \\[timer]")
        .contains("Write a duration like PT2M", "1 error, 0 warnings; nothing of it");
  }

  @Test
  void G4_mistake_isTold_asJson() throws IOException {
    writeBroken();

    assertThat(run("--check-processes=" + folder, "--format=json")).isEqualTo(1);
    JsonNode report = new ObjectMapper().readTree(said());
    assertThat(report.path("errors").asInt()).isEqualTo(1);
    JsonNode finding = report.path("findings").get(0);
    assertThat(finding.path("rule").asText()).isEqualTo("timer");
    assertThat(finding.path("element").asText()).isEqualTo("BoundaryEvent_TwoMinutesOver");
    assertThat(finding.path("remedy").asText()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--check-processes", "--check-processes=", "--check-processes=nowhere"})
  void nothingToCheck_isExitStatusTwo_andSaysHow(String argument) {
    assertThat(run(argument)).isEqualTo(2);
    assertThat(said()).contains("Usage: --check-processes=");
  }

  @Test
  void unknownArgument_isExitStatusTwo() {
    assertThat(run("--check-processes=processes", "--fromat=json")).isEqualTo(2);
    assertThat(said()).contains("Unknown argument --fromat=json");
  }

  @ParameterizedTest
  @CsvSource({
    "--check-processes=processes, true",
    "--check-processes, true",
    "--server.port=0, false"
  })
  void otherStarts_areLeftAlone(String argument, boolean check) {
    assertThat(CheckProcesses.wanted(argument)).isEqualTo(check);
  }

  private void writeBroken() throws IOException {
    Map<String, byte[]> files =
        Patched.files("unreadable timer")
            .in("CodeDeliveryProcess.bpmn")
            .replaceIn("BoundaryEvent_TwoMinutesOver", "PT2M", "2 minutes")
            .contents();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
  }

  private int run(String... arguments) {
    return new CheckProcesses(new PrintStream(out, true, StandardCharsets.UTF_8)).run(arguments);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }
}
