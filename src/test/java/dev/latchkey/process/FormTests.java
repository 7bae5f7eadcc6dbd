package dev.latchkey.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the forms of Tasklist against what the tasks read from them. */
class FormTests {
  private static final Path CASE_FILE =
      Path.of("src/main/resources/templates/staff/case-file.html");

  static Stream<Path> forms() {
    return Diagram.files(Diagram.FORMS, ".form");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void form_isNamedAsItsFile_andMadeForThisEngine(Path file) throws IOException {
    JsonNode form = read(file);
    assertThat(file.getFileName()).hasToString(form.path("id").asText() + ".form");
    assertThat(form.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
    assertThat(form.path("executionPlatformVersion").asText()).startsWith("7.24");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyField_hasALabel_andNoImageOrFrameComesFromElsewhere(Path file) throws IOException {
    assertThat(fields(read(file)).values())
        .allMatch(field -> !field.path("label").asText().isBlank());
    assertThat(read(file).toString())
        .doesNotContain("\"html\"", "\"iframe\"", "http://", "https://");
  }

  @Test
  void caseFile_isOneForm_inWhichNothingIsCompiledOrFormatted() throws IOException {
    String template = Files.readString(CASE_FILE);
    assertThat(template.split("<form ", -1)).hasSize(2);
    assertThat(template.split("ng-non-bindable>", -1)).hasSize(2);
    assertThat(template).doesNotContain("utext", "ng-bind", "ng-model", "innerHTML");
  }

  @Test
  void takeover_asksForAFinding() throws IOException {
    Map<String, JsonNode> fields = fields(read(Diagram.FORMS.resolve("LookIntoTakeover.form")));
    assertThat(fields).containsOnlyKeys("finding", "note");
    assertThat(required(fields.get("finding"))).isTrue();
    assertThat(values(fields.get("finding")))
        .containsExactly("false-alarm", "takeover-prevented", "takeover-happened");
  }

  private static JsonNode read(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }

  private static Map<String, JsonNode> fields(JsonNode form) {
    Map<String, JsonNode> fields = new TreeMap<>();
    for (JsonNode component : form.path("components")) {
      if (component.hasNonNull("key")) {
        fields.put(component.path("key").asText(), component);
      }
    }
    return fields;
  }

  private static Stream<String> values(JsonNode field) {
    return field.findValuesAsText("value").stream();
  }

  private static boolean required(JsonNode field) {
    return field.at("/validate/required").asBoolean();
  }
}
