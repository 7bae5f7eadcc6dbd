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
    Map<String, String> all = new LinkedHashMap<>();
    all.put(REQUIRED, text(reader, field, REQUIRED, null));
    if (field.type().isText()) {
      all.put("too-short", text(reader, field, "too-short", limits.minLength() + ""));
      all.put("too-long", text(reader, field, "too-long", limits.maxLength() + ""));
      all.put("pattern", text(reader, field, "pattern", null));
    } else if (field.type() == FieldType.NUMBER) {
      all.put("no-number", text(reader, field, "no-number", null));
      all.put("no-integer", text(reader, field, "no-integer", null));
      all.put("decimals", text(reader, field, "decimals", limits.decimals() + ""));
      all.put("too-small", text(reader, field, "too-small", plain(limits.min())));
      all.put("too-large", text(reader, field, "too-large", plain(limits.max())));
    }
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
