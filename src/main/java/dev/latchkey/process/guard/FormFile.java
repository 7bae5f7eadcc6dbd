package dev.latchkey.process.guard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A Camunda Form.
 *
 * @param fields names of the variables that it writes
 * @param content as it is written
 */
record FormFile(String file, String id, List<String> fields, JsonNode content) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> SHOWS_ONLY =
      Set.of("text", "html", "image", "table", "button", "separator", "spacer", "documentpreview");
  private static final Set<String> REFUSED = Set.of("html", "iframe", "expression", "script");

  /** Reads a form, or returns null after telling what is wrong. */
  static FormFile read(String file, byte[] content, Findings findings) {
    JsonNode form;
    try {
      form = JSON.readTree(new String(content, StandardCharsets.UTF_8));
    } catch (JsonProcessingException unreadable) {
      findings.add(
          Rule.FORM,
          file,
          unreadable.getLocation() == null ? 0 : unreadable.getLocation().getLineNr(),
          "This is no form: it is not JSON",
          "Save it with the form editor of Camunda Modeler");
      return null;
    }
    String id = form.path("id").asText();
    String wanted = file.replaceFirst("\\.form$", "");
    if (!id.equals(wanted)) {
      findings.add(
          Rule.FORM,
          file,
          "The form's id is '" + id + "', its file's name " + wanted,
          "Give both the same name");
    }
    List<String> fields = new ArrayList<>();
    look(file, form, fields, findings);
    FormFeel.check(file, form, findings);
    return new FormFile(file, id, List.copyOf(fields), form);
  }

  /** The content of a form that was read before. */
  static JsonNode json(byte[] content) {
    try {
      return JSON.readTree(new String(content, StandardCharsets.UTF_8));
    } catch (JsonProcessingException unreadable) {
      throw new IllegalArgumentException(unreadable);
    }
  }

  private static void look(String file, JsonNode parent, List<String> fields, Findings findings) {
    for (JsonNode component : parent.path("components")) {
      String type = component.path("type").asText().toLowerCase(Locale.ROOT);
      String key = component.path("key").asText();
      if (REFUSED.contains(type)) {
        findings.add(
            Rule.FORM,
            file,
            "The form holds a component of type " + type,
            "Use text, fields, tables and images only");
      }
      if (!key.isEmpty() && !SHOWS_ONLY.contains(type)) {
        fields.add(key);
        checkName(file, key, findings);
      }
      look(file, component, fields, findings);
    }
  }

  private static void checkName(String file, String key, Findings findings) {
    if (Words.RESERVED.contains(key) || Words.HANDED_ON.contains(key)) {
      findings.add(
          Rule.RESERVED_VARIABLE,
          file,
          "The field " + key + " would write a variable of the program",
          "Give the field another key");
    }
  }
}
