package dev.latchkey.process.guard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What changed from one version of a form to another: its fields and what is set on them. */
final class FormChanges {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where things stand on the form, and what wrote it. */
  private static final Set<String> SKIPPED =
      Set.of("components", "id", "layout", "exporter", "executionPlatform", "schemaVersion");

  private FormChanges() {}

  static List<String> between(byte[] before, byte[] after) {
    List<String> sentences = new ArrayList<>();
    try {
      Map<String, Map<String, String>> then = parts(JSON.readTree(Changes.text(before)));
      Map<String, Map<String, String>> now = parts(JSON.readTree(Changes.text(after)));
      Set<String> all = new LinkedHashSet<>(now.keySet());
      all.addAll(then.keySet());
      all.forEach(part -> compare(part, then.get(part), now.get(part), sentences));
    } catch (JsonProcessingException unreadable) {
      sentences.add("The two versions cannot be compared");
    }
    return sentences;
  }

  private static void compare(
      String part, Map<String, String> then, Map<String, String> now, List<String> sentences) {
    if (then == null || now == null) {
      sentences.add(part + (then == null ? " added" : " removed"));
      return;
    }
    Set<String> all = new LinkedHashSet<>(now.keySet());
    all.addAll(then.keySet());
    all.stream()
        .filter(setting -> !Objects.equals(then.get(setting), now.get(setting)))
        .forEach(
            setting ->
                sentences.add(
                    Changes.changed(part + ": " + setting, then.get(setting), now.get(setting))));
  }

  /** What is set, by the field it is set on. */
  private static Map<String, Map<String, String>> parts(JsonNode form) {
    Map<String, Map<String, String>> parts = new LinkedHashMap<>();
    look("Form", form, parts);
    return parts;
  }

  private static void look(String name, JsonNode node, Map<String, Map<String, String>> parts) {
    Map<String, String> settings = parts.computeIfAbsent(name, part -> new LinkedHashMap<>());
    flatten("", node, settings);
    for (JsonNode component : node.path("components")) {
      String key = component.path("key").asText(component.path("id").asText());
      String kind = component.has("key") ? "Field " : "Part ";
      look(kind + Changes.quoted(key), component, parts);
    }
  }

  private static void flatten(String path, JsonNode node, Map<String, String> settings) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String name = path.isEmpty() ? field.getKey() : path + " " + field.getKey();
      JsonNode value = field.getValue();
      if (SKIPPED.contains(field.getKey())) {
        continue;
      }
      if (value.isObject()) {
        flatten(name, value, settings);
      } else {
        settings.put(name, value.isTextual() ? value.asText() : value.toString());
      }
    }
  }
}
