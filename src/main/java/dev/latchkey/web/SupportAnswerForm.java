package dev.latchkey.web;

import dev.latchkey.recovery.Answer;
import dev.latchkey.review.ReviewQuestion;
import java.util.HashMap;
import java.util.Map;

/**
 * The answers to support as the form sends them: one field for each question, named after it, since
 * a name may come only once.
 */
record SupportAnswerForm(Map<String, String> fields) {
  private static final String PREFIX = "answer_";

  /** The name of a question's field: plain, as all names of fields. */
  static String field(ReviewQuestion question) {
    return PREFIX + question.key().replace('-', '_');
  }

  Answer answer() {
    return new Answer.SupportAnswer(
        typed(), fields.getOrDefault("code", ""), fields.containsKey("withoutCode"));
  }

  /** What the form shows again when something in it cannot be used: the answers, by question. */
  Map<String, String> typed() {
    Map<String, String> typed = new HashMap<>();
    for (ReviewQuestion question : ReviewQuestion.values()) {
      String text = fields.get(field(question));
      if (text != null) {
        typed.put(question.key(), text);
      }
    }
    return typed;
  }
}
