package dev.latchkey.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.process.guard.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds what analysts read against what there is. */
class AnalystsGuideTests {
  private static final Path GUIDE = Diagram.PROCESSES.resolve("README.md");

  @Test
  void pictures_andFilesThatItPointsTo_exist() {
    assertThat(matches("]\\(([^)#:]+)\\)", text()))
        .isNotEmpty()
        .allMatch(link -> Files.exists(Diagram.PROCESSES.resolve(link)), "exists");
  }

  @Test
  void everyDiagramAndDecision_isNamed() {
    assertThat(
            Stream.of(".bpmn", ".dmn")
                .flatMap(ending -> Diagram.files(Diagram.PROCESSES, ending))
                .map(file -> file.getFileName().toString().replace(".bpmn", "")))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(text()).contains(name));
  }

  @Test
  void buildingBlocksThatItNames_areTemplates() {
    String section = section("## Building blocks");
    List<String> templates =
        ElementTemplate.all().stream().map(t -> t.json().path("name").asText()).toList();
    assertThat(
            section
                .lines()
                .filter(line -> line.startsWith("| ") && line.contains("*"))
                .flatMap(line -> matches("\\*([^*]+)\\*", line)))
        .hasSizeGreaterThan(15)
        .isSubsetOf(templates);
  }

  @Test
  void findingsThatItExplains_areThoseOfTheGuard() {
    assertThat(matches("\\*\\*([a-z-]+)\\*\\*", section("## What the check says")))
        .hasSizeGreaterThan(10)
        .isSubsetOf(Arrays.stream(Rule.values()).map(Rule::key).toList());
  }

  private static String section(String heading) {
    String from = text().substring(text().indexOf(heading + "\n") + heading.length());
    return from.substring(0, from.indexOf("\n## "));
  }

  private static Stream<String> matches(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1));
  }

  private static String text() {
    try {
      return Files.readString(GUIDE);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
