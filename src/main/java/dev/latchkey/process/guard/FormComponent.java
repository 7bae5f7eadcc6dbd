package dev.latchkey.process.guard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.recovery.form.Choice;
import dev.latchkey.recovery.form.FieldType;
import dev.latchkey.recovery.form.FormPart;
import dev.latchkey.recovery.form.LocalText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one part of a form as Modeler writes it. */
final class FormComponent {
  private static final int LONGEST_LABEL = 500;
  private static final int LONGEST_WORDS = 4_000;
  private static final int LONGEST_VALUE = 100;
  private static final int MOST_CHOICES = 60;
  private static final Set<String> KNOWN =
      Set.of(
          "id",
          "type",
          "key",
          "label",
          "description",
          "text",
          "layout",
          "properties",
          "validate",
          "conditional",
          "values",
          "defaultValue",
          "subtype",
          "dateLabel",
          "decimalDigits",
          "searchable");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  private final JsonNode component;
  private final FieldType type;
  private final FormFaults faults;
  private final String name;

  FormComponent(JsonNode component, FieldType type, FormFaults faults) {
    this.component = component;
    this.type = type;
    this.faults = faults;
    this.name =
        type == FieldType.WORDS
            ? "The text " + component.path("id").asText()
            : "The field " + component.path("key").asText();
  }

  FormPart part() {
    checkMembers();
    boolean words = type == FieldType.WORDS;
    String key = words ? "" : component.path("key").asText();
    if (!words) {
      FieldNames.problemOf(key)
          .ifPresent(problem -> faults.add(name + ": " + problem, FieldNames.REMEDY));
    }
    List<Choice> choices = type.hasChoices() ? choices() : List.of();
    return new FormPart(
        type,
        key,
        words ? shown("text", LONGEST_WORDS, true) : label(),
        shown("description", LONGEST_LABEL, false),
        new FormLimits(component.path("validate"), type, name, faults)
            .read(component.path("decimalDigits")),
        choices,
        condition(),
        initial(choices));
  }

  private void checkMembers() {
    for (Map.Entry<String, JsonNode> member : component.properties()) {
      if (!KNOWN.contains(member.getKey()) && !isNothing(member.getValue())) {
        faults.add(
            name + " has the setting " + member.getKey() + ", which is not supported", "Remove it");
      }
    }
    if (type == FieldType.DATE && !component.path("subtype").asText("date").equals("date")) {
      faults.add(name + " asks for a time", "Choose date as its subtype");
    }
  }

  /** What Modeler leaves behind when a setting is taken back. */
  private static boolean isNothing(JsonNode value) {
    if (value.isContainerNode()) {
      for (JsonNode inner : value) {
        if (!isNothing(inner)) {
          return false;
        }
      }
      return true;
    }
    return value.isNull() || value.asText().isEmpty() || value.asText().equals("false");
  }

  /** Modeler names the label of a date otherwise. */
  private LocalText label() {
    boolean date = type == FieldType.DATE && component.path("label").asText().isBlank();
    return shown(date ? "dateLabel" : "label", LONGEST_LABEL, true);
  }

  private LocalText shown(String member, int longest, boolean needed) {
    String base = component.path(member).asText("");
    String prefix = member.equals("dateLabel") ? "label" : member;
    LocalText text = new LocalText(base, others(prefix));
    check(text, member, longest, needed);
    return text;
  }

  private Map<String, String> others(String prefix) {
    Map<String, String> others = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> property : component.path("properties").properties()) {
      String key = property.getKey();
      String language = key.substring(Math.min(prefix.length() + 1, key.length()));
      if (key.startsWith(prefix + "-") && LANGUAGE.matcher(language).matches()) {
        others.put(language, property.getValue().asText());
      }
    }
    return others;
  }

  private void check(LocalText text, String what, int longest, boolean needed) {
    if (needed && text.text().isBlank()) {
      faults.add(name + " has no " + what, "Write what the person is asked");
    }
    List<String> all = new ArrayList<>(text.others().values());
    all.add(text.text());
    for (String one : all) {
      if (one.startsWith("=") || one.contains("{{")) {
        faults.add(
            name + " has an expression as its " + what,
            "Write plain text: nothing is computed in what people read");
      } else if (one.length() > longest) {
        faults.add(
            name + " has a " + what + " of more than " + longest + " characters", "Shorten it");
      }
    }
  }

  private List<Choice> choices() {
    List<Choice> choices = new ArrayList<>();
    Set<String> values = new LinkedHashSet<>();
    for (JsonNode choice : component.path("values")) {
      String value = choice.path("value").asText();
      if (value.isBlank() || value.length() > LONGEST_VALUE || !values.add(value)) {
        faults.add(
            name + " has a choice with the value '" + value + "'",
            "Give each choice a value of its own, at most " + LONGEST_VALUE + " characters");
      }
      LocalText label = new LocalText(choice.path("label").asText(), others("choice-" + value));
      check(label, "choice label", LONGEST_LABEL, true);
      choices.add(new Choice(value, label));
    }
    if (choices.isEmpty() || choices.size() > MOST_CHOICES) {
      faults.add(
          name + " has " + choices.size() + " choices",
          "Write one to " + MOST_CHOICES + " choices into the form (options source: static)");
    }
    return choices;
  }

  /** Null where it is always asked. */
  private String condition() {
    JsonNode conditional = component.path("conditional");
    String hide = conditional.path("hide").asText("").strip();
    if (isNothing(conditional)) {
      return null;
    }
    if (!hide.startsWith("=") || conditional.size() > 1) {
      faults.add(name + " has a condition that cannot be read", "Write when to hide it, in FEEL");
      return null;
    }
    return hide.substring(1).strip();
  }

  private String initial(List<Choice> choices) {
    String initial = component.path("defaultValue").asText("");
    boolean unknown =
        type.hasChoices() && choices.stream().noneMatch(choice -> choice.value().equals(initial));
    if (!initial.isEmpty() && (unknown || initial.length() > LONGEST_LABEL)) {
      faults.add(name + " begins with '" + initial + "', which it does not take", "Correct it");
    }
    return initial;
  }
}
