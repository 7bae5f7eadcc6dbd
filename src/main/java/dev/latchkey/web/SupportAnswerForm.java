package dev.latchkey.web;

import dev.latchkey.recovery.Answer;
import java.util.HashMap;
import java.util.Map;

/**
 * The answers to support as the form sends them: one field for each question, named after it, since
 * a name may come only once.
 */
record SupportAnswerForm(Map<String, String> fields) {
  /** Before the key of a question in the name of its field. */
  static final String PREFIX = "answer-";

  Answer answer() {
    return new Answer.SupportAnswer(
        typed(), fields.getOrDefault("code", ""), fields.containsKey("withoutCode"));
  }

  /** What the form shows again when something in it cannot be used: the answers, by question. */
  Map<String, String> typed() {
    Map<String, String> typed = new HashMap<>();
    fields.forEach(
        (name, text) -> {
          if (name.startsWith(PREFIX)) {
            typed.put(name.substring(PREFIX.length()), text);
          }
        });
    return typed;
  }
}
