package dev.latchkey.recovery.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A form as programs read it: the JSON of Camunda Forms, in one language, with nothing in it but
 * what is supported. Words are plain text.
 */
public final class FormSchema {
  private static final String LANG = "lang";

  private FormSchema() {}

  /** The members of the JSON object. */
  public static Map<String, Object> of(StepForm form, Locale reader) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "default");
    schema.put("components", form.parts().stream().map(part -> component(part, reader)).toList());
    return schema;
  }

  private static Map<String, Object> component(FormPart part, Locale reader) {
    Map<String, Object> component = new LinkedHashMap<>();
    component.put("type", part.type().key());
    LocalText.Said label = part.label().in(reader);
    component.put(part.asks() ? "label" : "text", label.text());
    if (label.lang() != null) {
      component.put(LANG, label.lang());
    }
    if (part.hideIf() != null) {
      component.put("conditional", Map.of("hide", "=" + part.hideIf()));
    }
    if (part.asks()) {
      field(part, component, reader);
    }
    return component;
  }

  private static void field(FormPart field, Map<String, Object> component, Locale reader) {
    component.put("key", field.key());
    String hint = field.hint().in(reader).text();
    if (!hint.isEmpty()) {
      component.put("description", hint);
    }
    if (field.type() == FieldType.DATE) {
      component.put("subtype", "date");
      component.put("dateLabel", component.get("label"));
    }
    if (field.limits().decimals() != null) {
      component.put("decimalDigits", field.limits().decimals());
    }
    if (field.type().hasChoices()) {
      component.put("values", choices(field.choices(), reader));
    }
    component.put("validate", limits(field));
  }

  private static List<Map<String, String>> choices(List<Choice> choices, Locale reader) {
    return choices.stream()
        .map(choice -> Map.of("value", choice.value(), "label", choice.label().in(reader).text()))
        .toList();
  }

  private static Map<String, Object> limits(FormPart field) {
    Limits limits = field.limits();
    Map<String, Object> validate = new LinkedHashMap<>();
    validate.put("required", limits.required());
    if (limits.min() != null) {
      validate.put("min", limits.min());
    }
    if (limits.max() != null) {
      validate.put("max", limits.max());
    }
    if (field.type().isText()) {
      validate.put("maxLength", limits.maxLength());
      if (limits.minLength() > 0) {
        validate.put("minLength", limits.minLength());
      }
      if (limits.pattern() != null) {
        validate.put("pattern", limits.pattern());
      }
    }
    return validate;
  }
}
