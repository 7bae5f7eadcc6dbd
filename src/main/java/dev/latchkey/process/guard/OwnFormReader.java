package dev.latchkey.process.guard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.recovery.form.FieldType;
import dev.latchkey.recovery.form.FormPart;
import dev.latchkey.recovery.form.StepForm;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the form of an own step. What is supported becomes part of it; everything else is told of,
 * so that an analyst never wonders where something has gone.
 */
public final class OwnFormReader {
  private static final String SUPPORTED =
      "Use text view, text field, text area, number, checkbox, radio group, select and date";
  private static final Set<String> IGNORED = Set.of("button", "separator", "spacer");
  private static final int MOST_PARTS = 40;

  private final FormFaults faults = new FormFaults();
  private final List<FormPart> parts = new ArrayList<>();
  private final Set<String> keys = new LinkedHashSet<>();

  private OwnFormReader() {}

  /**
   * A form and what is wrong with it.
   *
   * @param form what can be shown of it
   * @param faults with any, it must not be shown
   */
  public record Read(StepForm form, List<Fault> faults) {}

  /** What is wrong and what to do. */
  public record Fault(String problem, String remedy) {}

  /** Reads the JSON of a form. */
  public static Read read(JsonNode form) {
    return new OwnFormReader().all(form);
  }

  private Read all(JsonNode form) {
    for (JsonNode component : form.path("components")) {
      readPart(component);
    }
    if (parts.size() > MOST_PARTS) {
      faults.add("The form has more than " + MOST_PARTS + " parts", "Make two steps of it");
    }
    for (FormPart part : parts) {
      if (part.hideIf() != null) {
        FormConditions.problemOf(part.hideIf(), keys)
            .ifPresent(
                problem ->
                    faults.add(
                        "The condition '" + part.hideIf() + "' is refused: " + problem,
                        "Compare fields of this form, like: pet = \"yes\" and age < 18"));
      }
    }
    return new Read(new StepForm(parts), faults.all());
  }

  private void readPart(JsonNode component) {
    String type = component.path("type").asText().toLowerCase(Locale.ROOT);
    if (IGNORED.contains(type)) {
      return;
    }
    FieldType known = FieldType.ofKey(type).orElse(null);
    if (known == null) {
      faults.add("The form holds a component of type " + type, SUPPORTED);
      return;
    }
    FormComponent read = new FormComponent(component, known, faults);
    FormPart part = read.part();
    parts.add(part);
    if (part.asks() && !keys.add(part.key())) {
      faults.add("Two fields have the key " + part.key(), "Give one of them another key");
    }
  }
}
