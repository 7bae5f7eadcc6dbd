package dev.latchkey.recovery.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of answers at an own step (G3). */
class FormAnswersTests {
  private static final LocalText LABEL = new LocalText("Asked", Map.of());
  private static final LocalText NONE = new LocalText("", Map.of());

  private final FormAnswers answers = new FormAnswers(new Equalities());
  private final List<FormPart> parts = new ArrayList<>();

  /** Conditions of one kind: that a field is empty. */
  private static final class Equalities implements StepForms {
    @Override
    public Optional<StepForm> find(String id) {
      return Optional.empty();
    }

    @Override
    public boolean holds(String condition, Map<String, Object> values) {
      return Objects.isNull(values.get(condition));
    }
  }

  private void field(FieldType type, String key, Limits limits, String hideIf) {
    List<Choice> choices =
        type.hasChoices() ? List.of(new Choice("cat", LABEL), new Choice("dog", LABEL)) : List.of();
    parts.add(new FormPart(type, key, LABEL, NONE, limits, choices, hideIf, ""));
  }

  private static Limits limits(boolean required) {
    return new Limits(required, 2, 10, "^[A-Z]", new BigDecimal("1"), new BigDecimal("20"), 1);
  }

  private FormAnswers.Judged judge(Map<String, ?> given) {
    return answers.judge(new StepForm(parts), given);
  }

  @ParameterizedTest
  @CsvSource({
    "TEXT_LINE, Mochi, Mochi",
    "TEXT_LINE, '  Mo  chi ', Mo chi",
    "TEXT_LINES, Mochi, Mochi",
    "NUMBER, 12, 12",
    "NUMBER, 12.0, 12",
    "NUMBER, 12.5, 12.5",
    "NUMBER, １２．５, 12.5",
    "NUMBER, १२, 12",
    "DATE, 2019-03-31, 2019-03-31",
    "DATE, 2019/3/1, 2019-03-01",
    "RADIO, cat, cat",
    "LIST, dog, dog",
    "BOX, true, true",
    "BOX, on, true"
  })
  void G3_whatIsTyped_isKeptInOneForm(FieldType type, String typed, String kept) {
    field(type, "asked", limits(true), null);
    FormAnswers.Judged judged = judge(Map.of("asked", typed));
    assertThat(judged.faults()).isEmpty();
    assertThat(judged.values().get("asked")).hasToString(kept);
  }

  @ParameterizedTest
  @CsvSource({
    "TEXT_LINE, '', required",
    "TEXT_LINE, A, too-short",
    "TEXT_LINE, Abcdefghijklmn, too-long",
    "TEXT_LINE, mochi, pattern",
    "NUMBER, twelve, no-number",
    "NUMBER, 1e9, no-number",
    "NUMBER, 12.55, decimals",
    "NUMBER, 0.5, too-small",
    "NUMBER, 21, too-large",
    "DATE, 2019-02-30, no-date",
    "DATE, 20190230, no-date",
    "DATE, 0001-01-01, no-date",
    "RADIO, bird, not-offered",
    "LIST, '', required",
    "BOX, maybe, wrong-type",
    "BOX, '', required"
  })
  void G3_whatCannotBeUsed_isSaid(FieldType type, String typed, String problem) {
    field(type, "asked", limits(true), null);
    assertThat(judge(Map.of("asked", typed)).faults())
        .extracting(FormFault::problem)
        .containsExactly(problem);
  }

  @Test
  void G3_typesOfPrograms_areTakenAsTheyAre_othersRefused() {
    field(FieldType.NUMBER, "age", limits(true), null);
    field(FieldType.BOX, "sure", limits(true), null);
    field(FieldType.TEXT_LINE, "name", limits(false), null);
    FormAnswers.Judged judged = judge(Map.of("age", 12, "sure", true, "name", List.of("a")));
    assertThat(judged.values()).containsEntry("age", 12L).containsEntry("sure", true);
    assertThat(judged.faults()).containsExactly(new FormFault("name", "wrong-type", null));
  }

  @Test
  void T6_whatIsNotAsked_isRefused() {
    field(FieldType.TEXT_LINE, "name", limits(false), null);
    FormAnswers.Judged judged = judge(Map.of("enoughProof", "true"));
    assertThat(judged.faults()).containsExactly(new FormFault("enoughProof", "not-asked", null));
    assertThat(judged.values()).containsOnlyKeys("name");
  }

  @Test
  void G3_fieldThatIsNotShown_isNeitherAskedNorKept() {
    field(FieldType.TEXT_LINE, "name", limits(false), null);
    field(FieldType.TEXT_LINE, "more", limits(true), "name");
    field(FieldType.TEXT_LINE, "most", limits(true), "more");
    assertThat(judge(Map.of()).faults()).isEmpty();
    Map<String, Object> smuggled = new HashMap<>(Map.of("more", "Mochi", "most", "Mochi"));
    assertThat(judge(smuggled).values()).containsEntry("more", null).containsEntry("most", null);
    assertThat(judge(Map.of("name", "Mochi")).faults())
        .containsExactly(new FormFault("more", "required", null));
  }

  @Test
  void T15_whatDisguisesAText_isTakenOut() {
    field(FieldType.TEXT_LINE, "name", limits(false), null);
    assertThat(judge(Map.of("name", "A\u202Eb\u0000c")).values()).containsEntry("name", "Abc");
  }

  @Test
  void R24_allTextsTogether_areLimited() {
    Limits wide = new Limits(false, 0, 2_000, null, null, null, null);
    for (String key : List.of("a", "b", "c", "d", "e")) {
      field(FieldType.TEXT_LINES, key, wide, null);
    }
    String long1 = "x".repeat(2_000);
    Map<String, String> given = new HashMap<>();
    parts.forEach(part -> given.put(part.key(), long1));
    assertThat(judge(given).faults()).extracting(FormFault::problem).containsExactly("too-much");
  }

  @Test
  void G3_patternThatNeverEnds_isGivenUp() {
    Limits costly = new Limits(false, 0, 2_000, "^(a+)+$", null, null, null);
    field(FieldType.TEXT_LINE, "name", costly, null);
    assertThat(judge(Map.of("name", "a".repeat(60) + "!")).faults())
        .extracting(FormFault::problem)
        .containsExactly("pattern");
  }
}
