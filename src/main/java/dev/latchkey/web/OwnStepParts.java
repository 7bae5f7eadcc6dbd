package dev.latchkey.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.recovery.OwnSteps;
import dev.latchkey.recovery.RecoveryView;
import dev.latchkey.recovery.form.FieldType;
import dev.latchkey.recovery.form.FormFault;
import dev.latchkey.recovery.form.FormPart;
import dev.latchkey.recovery.form.FormSchema;
import dev.latchkey.recovery.form.LocalText.Said;
import dev.latchkey.recovery.form.StepForm;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Makes what the page of an own step shows. Templates know it by its name. */
@Component
class OwnStepParts {
  /** Before the key of a field, in the name of its input. */
  static final String PREFIX = "own_";

  /** Field of the problem that is told above all fields. */
  static final String FIELD = "own-step";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final OwnSteps steps;
  private final OwnStepTexts texts;

  OwnStepParts(OwnSteps steps, OwnStepTexts texts) {
    this.steps = steps;
    this.texts = texts;
  }

  /** What the person does at this step, or empty where it is none of these. */
  Optional<Said> title(RecoveryView view, Locale reader) {
    return steps.shown(view).map(shown -> shown.title().in(reader));
  }

  /** Language of the title where it is not the reader's, else null. */
  public String titleLanguage(RecoveryView view) {
    return title(view, LocaleContextHolder.getLocale()).map(Said::lang).orElse(null);
  }

  /**
   * The form of the step, or null.
   *
   * @param typed what was typed, by the names of inputs; empty if nothing was
   * @param faults what is wrong with it; null for nothing
   */
  public OwnStepPart of(RecoveryView view, Map<String, String> typed, List<FormFault> faults) {
    Locale reader = LocaleContextHolder.getLocale();
    return steps
        .shown(view)
        .map(shown -> part(shown.form(), reader, typed, faults == null ? List.of() : faults))
        .orElse(null);
  }

  private OwnStepPart part(
      StepForm form, Locale reader, Map<String, String> typed, List<FormFault> faults) {
    Map<String, FormFault> byKey =
        faults.stream().collect(Collectors.toMap(FormFault::key, f -> f, (one, same) -> one));
    return new OwnStepPart(
        form.parts().stream()
            .map(part -> line(part, reader, typed, byKey.get(part.key())))
            .toList(),
        data(form, reader));
  }

  private OwnStepPart.Line line(
      FormPart part, Locale reader, Map<String, String> typed, FormFault fault) {
    String name = PREFIX + part.key();
    return new OwnStepPart.Line(
        part.type(),
        name,
        part.label().in(reader),
        part.hint().in(reader),
        part.limits().required(),
        part.limits().maxLength(),
        part.choices().stream()
            .map(choice -> new OwnStepPart.Option(choice.value(), choice.label().in(reader)))
            .toList(),
        typed.isEmpty() ? part.initial() : given(part, typed.get(name)),
        fault == null ? null : texts.of(reader, part, fault));
  }

  private static String given(FormPart part, String typed) {
    boolean box = part.type() == FieldType.BOX;
    return box ? Boolean.toString(typed != null) : typed == null ? "" : typed;
  }

  private String data(StepForm form, Locale reader) {
    Map<String, Object> problems =
        form.fields().collect(Collectors.toMap(FormPart::key, field -> texts.all(reader, field)));
    try {
      return JSON.writeValueAsString(
          Map.of("schema", FormSchema.of(form, reader), "problems", problems));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
