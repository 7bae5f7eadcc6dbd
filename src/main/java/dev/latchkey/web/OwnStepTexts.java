package dev.latchkey.web;

import dev.latchkey.recovery.form.FieldType;
import dev.latchkey.recovery.form.FormFault;
import dev.latchkey.recovery.form.FormPart;
import dev.latchkey.recovery.form.Limits;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says why an answer of an own step cannot be used. */
@Component
class OwnStepTexts {
  private static final String REQUIRED = "required";

  private final PageTexts texts;

  OwnStepTexts(PageTexts texts) {
    this.texts = texts;
  }

  String of(Locale reader, FormPart field, FormFault fault) {
    return text(reader, field, fault.problem(), fault.limit());
  }

  /** What a script can find wrong with a field, by the keys of problems. */
  Map<String, String> all(Locale reader, FormPart field) {
    Limits limits = field.limits();
    Map<String, Object> possible = new LinkedHashMap<>();
    possible.put(REQUIRED, "");
    possible.put("too-short", limits.minLength());
    possible.put("too-long", limits.maxLength());
    possible.put("too-small", plain(limits.min()));
    possible.put("too-large", plain(limits.max()));
    possible.put("pattern", "");
    possible.put("no-number", "");
    possible.put("no-integer", "");
    possible.put("decimals", limits.decimals() == null ? "" : limits.decimals());
    Map<String, String> all = new LinkedHashMap<>();
    possible.forEach((key, limit) -> all.put(key, text(reader, field, key, limit.toString())));
    return all;
  }

  private static String plain(BigDecimal number) {
    return number == null ? "" : number.toPlainString();
  }

  private String text(Locale reader, FormPart field, String problem, String limit) {
    String key = problem.equals(REQUIRED) ? required(field) : problem;
    return limit == null
        ? texts.problem(reader, OwnStepParts.FIELD, key)
        : texts.problem(reader, OwnStepParts.FIELD, key, limit);
  }

  private static String required(FormPart field) {
    if (field.type().hasChoices()) {
      return REQUIRED + "-choice";
    }
    return field.type() == FieldType.BOX ? REQUIRED + "-box" : REQUIRED;
  }
}
