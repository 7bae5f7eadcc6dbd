package dev.latchkey.recovery.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Judges what a person answers in an own step; the same for pages and programs, with scripts and
 * without.
 */
@Component
public class FormAnswers {
  /** All texts of one step together, in UTF-16 units. */
  private static final int MOST_TEXT = 8_000;

  private static final int MOST_ROUNDS = 5;

  private final StepForms forms;

  FormAnswers(StepForms forms) {
    this.forms = forms;
  }

  /**
   * What becomes of the answers.
   *
   * @param values for the process by key, one for each field: String, Boolean, Long, Double, a day
   *     as {@code yyyy-MM-dd}, or null
   * @param faults in the order of the form; with any, nothing is taken
   */
  public record Judged(Map<String, Object> values, List<FormFault> faults) {}

  /**
   * Reads and checks the answers. What is asked for under a condition counts only where the
   * condition lets it be asked.
   *
   * @param given by key, as typed or as JSON has it
   */
  public Judged judge(StepForm form, Map<String, ?> given) {
    List<FormFault> faults = new ArrayList<>();
    Map<String, Object> read = new LinkedHashMap<>();
    Set<String> unread = new HashSet<>();
    form.fields()
        .forEach(
            field -> {
              FieldReading.Read one = FieldReading.of(field, given.get(field.key()));
              read.put(field.key(), one.value());
              if (one.problem() != null) {
                unread.add(field.key());
              }
            });
    Set<String> hidden = hidden(form, read);
    form.fields()
        .filter(field -> !hidden.contains(field.key()))
        .forEach(
            field ->
                (unread.contains(field.key())
                        ? Optional.of(unreadable(field, given.get(field.key())))
                        : problem(field, read.get(field.key())))
                    .ifPresent(faults::add));
    given.keySet().stream()
        .filter(key -> form.field(key).isEmpty())
        .sorted()
        .forEach(key -> faults.add(new FormFault(key, "not-asked", null)));
    Map<String, Object> values = new LinkedHashMap<>();
    read.forEach((key, value) -> values.put(key, hidden.contains(key) ? null : stored(value)));
    tooMuch(values).ifPresent(faults::add);
    return new Judged(values, List.copyOf(faults));
  }

  private static FormFault unreadable(FormPart field, Object given) {
    return new FormFault(field.key(), FieldReading.of(field, given).problem(), null);
  }

  /**
   * A field that is not asked has no value, on which others may depend. Ends after a few rounds
   * even where two fields hide each other in turn.
   */
  private Set<String> hidden(StepForm form, Map<String, Object> read) {
    Set<String> hidden = Set.of();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Map<String, Object> asked = new HashMap<>();
      for (Map.Entry<String, Object> one : read.entrySet()) {
        asked.put(one.getKey(), hidden.contains(one.getKey()) ? null : stored(one.getValue()));
      }
      Set<String> next = new HashSet<>();
      form.fields()
          .filter(field -> field.hideIf() != null && forms.holds(field.hideIf(), asked))
          .map(FormPart::key)
          .forEach(next::add);
      if (next.equals(hidden)) {
        return hidden;
      }
      hidden = next;
    }
    return hidden;
  }

  private static Optional<FormFault> problem(FormPart field, Object value) {
    Limits limits = field.limits();
    if (value == null || Boolean.FALSE.equals(value)) {
      return limits.required() ? fault(field, "required", null) : Optional.empty();
    }
    if (value instanceof BigDecimal number) {
      return numberProblem(field, number);
    }
    return field.type().isText() ? textProblem(field, (String) value) : Optional.empty();
  }

  private static Optional<FormFault> numberProblem(FormPart field, BigDecimal number) {
    Limits limits = field.limits();
    if (limits.decimals() != null && number.stripTrailingZeros().scale() > limits.decimals()) {
      return limits.decimals() == 0
          ? fault(field, "no-integer", null)
          : fault(field, "decimals", limits.decimals().toString());
    }
    if (limits.min() != null && number.compareTo(limits.min()) < 0) {
      return fault(field, "too-small", limits.min().toPlainString());
    }
    return limits.max() != null && number.compareTo(limits.max()) > 0
        ? fault(field, "too-large", limits.max().toPlainString())
        : Optional.empty();
  }

  private static Optional<FormFault> textProblem(FormPart field, String text) {
    Limits limits = field.limits();
    if (text.length() < limits.minLength()) {
      return fault(field, "too-short", Integer.toString(limits.minLength()));
    }
    if (text.length() > limits.maxLength()) {
      return fault(field, "too-long", Integer.toString(limits.maxLength()));
    }
    return limits.pattern() == null || fits(limits.pattern(), text)
        ? Optional.empty()
        : fault(field, "pattern", null);
  }

  /** Anywhere in the text, as browsers try it. */
  private static boolean fits(String pattern, String text) {
    try {
      return Pattern.compile(pattern).matcher(new BoundedText(text)).find();
    } catch (BoundedText.TooManyLooks | StackOverflowError tooMuch) {
      return false;
    }
  }

  private static Optional<FormFault> fault(FormPart field, String problem, String limit) {
    return Optional.of(new FormFault(field.key(), problem, limit));
  }

  private static Optional<FormFault> tooMuch(Map<String, Object> values) {
    int all = 0;
    for (Map.Entry<String, Object> value : values.entrySet()) {
      all += value.getValue() instanceof String text ? text.length() : 0;
      if (all > MOST_TEXT) {
        return Optional.of(new FormFault(value.getKey(), "too-much", Integer.toString(MOST_TEXT)));
      }
    }
    return Optional.empty();
  }

  private static Object stored(Object value) {
    if (!(value instanceof BigDecimal number)) {
      return value;
    }
    return number.stripTrailingZeros().scale() <= 0
        ? (Object) number.longValueExact()
        : (Object) number.doubleValue();
  }
}
