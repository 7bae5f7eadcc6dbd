package dev.latchkey.web;

import dev.latchkey.recovery.Answer;
import dev.latchkey.review.Fact;
import dev.latchkey.review.LostFactor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The request to support as the form sends it. What was lost comes from boxes with names of their
 * own, since a name may come only once.
 *
 * @param typed by the names of inputs; shown again when something in it cannot be used
 */
record StatementForm(Map<String, String> typed) {
  static final String STATEMENT = "statement";
  static final String CONTACT = "contact";

  /**
   * @param asked the facts that the form asks for; others are not looked at
   */
  Answer answer(List<Fact> asked) {
    return new Answer.Statement(text(STATEMENT), lost(), facts(asked), text(CONTACT));
  }

  /** What a request said that is stored, as the form would send it. */
  static Map<String, String> ofStored(
      String statement, String lost, Map<String, String> facts, String contact) {
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put(STATEMENT, statement);
    typed.put(CONTACT, contact);
    for (LostFactor factor : LostFactor.values()) {
      if (List.of(lost.split(", ", -1)).contains(factor.key())) {
        typed.put(factor.field(), "1");
      }
    }
    facts.forEach(
        (key, answer) -> Fact.ofKey(key).ifPresent(fact -> typed.put(fact.field(), answer)));
    return typed;
  }

  private List<String> lost() {
    return Arrays.stream(LostFactor.values())
        .filter(factor -> typed.containsKey(factor.field()))
        .map(LostFactor::key)
        .toList();
  }

  private Map<String, String> facts(List<Fact> asked) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (Fact fact : asked) {
      if (!text(fact.field()).isBlank()) {
        facts.put(fact.key(), text(fact.field()));
      }
    }
    return facts;
  }

  private String text(String name) {
    return typed.getOrDefault(name, "");
  }
}
