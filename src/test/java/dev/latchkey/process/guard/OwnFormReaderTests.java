package dev.latchkey.process.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.recovery.form.FormPart;
import dev.latchkey.recovery.form.StepForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a form of an own step may hold (G3, G4). */
class OwnFormReaderTests {
  private static final Path EXAMPLE = Path.of("src/test/resources/own-step/SecurityQuestion.form");

  @Test
  void G3_example_isReadWhole() throws IOException {
    OwnFormReader.Read read = read(Files.readString(EXAMPLE));
    assertThat(read.faults()).isEmpty();
    assertThat(read.form().fields().map(FormPart::key))
        .containsExactly(
            "petName", "petKind", "otherPet", "petAge", "petSince", "toldOthers", "sure");
  }

  @Test
  void H_label_isInTheReadersLanguage_elseInEnglishThatSaysSo() throws IOException {
    StepForm form = read(Files.readString(EXAMPLE)).form();
    FormPart name = form.field("petName").orElseThrow();
    assertThat(name.label().in(Locale.JAPANESE).text()).startsWith("最初に");
    assertThat(name.label().in(Locale.JAPANESE).lang()).isNull();
    assertThat(name.label().in(Locale.ENGLISH).lang()).isNull();
    assertThat(name.label().in(Locale.FRENCH).lang()).isEqualTo("en");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "html",
        "iframe",
        "image",
        "documentPreview",
        "filepicker",
        "expression",
        "dynamiclist",
        "checklist",
        "taglist",
        "group",
        "table",
        "script",
        "anything"
      })
  void T18_componentThatRunsOrFetches_isRefused_andSaysWhatIsSupported(String type)
      throws IOException {
    OwnFormReader.Read read = changed("\"type\": \"radio\"", "\"type\": \"" + type + "\"");
    assertThat(read.faults()).hasSize(1);
    assertThat(read.faults().get(0).remedy()).contains("text field", "radio group");
    assertThat(read.form().field("toldOthers")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Which animal was it? | = 1 + 1",
        "They are no proof | {{ petName }} is no proof",
        "\"label\": \"A cat\" | \"label\": \"\"",
        "\"label\": \"A cat\" | \"label\": \"=cat\"",
        "\"label-ja\": \"いつ来ましたか\" | \"label-ja\": \"{{x}}\"",
        "=petKind = null or | =some x in 1..999999999 satisfies x = 0 or",
        "=petKind = null or | =[1..9][1] = 1 or",
        "=petKind = null or | =enoughProof = null or",
        "=petKind = null or | =petKind(1) = 1 or",
        "=petKind = null or | =count(petKind) = 1 or",
        "=petKind = null or | =petKind = = null or",
        "=petKind = null or | petKind = null or",
        "\"otherPet\" | \"other pet\"",
        "\"otherPet\" | \"OtherPet\"",
        "\"otherPet\" | \"sendCodeDelegate\"",
        "\"otherPet\" | \"execution\"",
        "\"otherPet\" | \"some\"",
        "\"otherPet\" | \"petAge\"",
        "\"otherPet\" | \"a.b\"",
        "\"key\": \"petKind\" | \"key\": \"petKind\", \"valuesExpression\": \"=x\"",
        "\"key\": \"petKind\" | \"key\": \"petKind\", \"defaultValue\": \"fish\"",
        "\"key\": \"petKind\" | \"key\": \"petKind\", \"readonly\": true",
        "\"value\": \"dog\" | \"value\": \"\"",
        "\"value\": \"dog\" | \"value\": \"cat\"",
        "\"max\": 40 | \"max\": \"=40\"",
        "\"maxLength\": 60 | \"maxLength\": 60000",
        "\"maxLength\": 60 | \"pattern\": \"(\"",
        "\"maxLength\": 60 | \"custom\": true",
        "\"subtype\": \"date\" | \"subtype\": \"datetime\""
      })
  void G4_whatCannotBeShownOrKept_isRefused(String before, String after) throws IOException {
    assertThat(changed(before, after).faults()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"cat, true", "other, false", ", true"})
  void G3_condition_isAnsweredAsThePageDoes(String kind, boolean hidden) throws IOException {
    String condition =
        read(Files.readString(EXAMPLE)).form().field("otherPet").orElseThrow().hideIf();
    Map<String, Object> values = new java.util.HashMap<>();
    values.put("petKind", kind);
    assertThat(FormConditions.holds(condition, values)).isEqualTo(hidden);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "age > 18 and age <= 30 | true",
        "not(age = 20) | false",
        "age = 20 or missing = true | true",
        "missing > 3 | false",
        "name = \"Mochi\" | true",
        "age > name | false"
      })
  void G3_conditionsOfAllKinds(String condition, boolean holds) {
    Map<String, Object> values = new java.util.HashMap<>();
    values.put("age", 20L);
    values.put("name", "Mochi");
    values.put("missing", null);
    assertThat(FormConditions.problemOf(condition, values.keySet())).isEmpty();
    assertThat(FormConditions.holds(condition, values)).isEqualTo(holds);
  }

  private static OwnFormReader.Read changed(String before, String after) throws IOException {
    String form = Files.readString(EXAMPLE);
    int at = form.indexOf(before);
    assertThat(at).as(before).isNotNegative();
    return read(form.substring(0, at) + after + form.substring(at + before.length()));
  }

  private static OwnFormReader.Read read(String json) throws IOException {
    return OwnFormReader.read(new ObjectMapper().readTree(json));
  }
}
