package dev.latchkey.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.recovery.OwnSteps;
import dev.latchkey.recovery.form.FormSchema;
import dev.latchkey.recovery.form.LocalText;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.Map;

/** The form of an own step, in the language of the recovery. Members that are null are left out. */
@Schema(name = "OwnForm")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OwnFormResource(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "What the person does",
            example = "Answer a security question")
        String title,
    @Schema(description = "Language of the title where it is not the recovery's", example = "en")
        String lang,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description =
                "A Camunda Form: \"components\" with type (textfield, textarea, number, checkbox,"
                    + " radio, select, datetime, text), key, label, values, validate and, in FEEL,"
                    + " conditional.hide. All words are plain text, to be shown as such; where they"
                    + " are not in the recovery's language, \"lang\" says so.",
            example =
                "{\"type\": \"default\", \"components\": [{\"type\": \"textfield\", \"key\":"
                    + " \"petName\", \"label\": \"Name of your first pet\", \"validate\":"
                    + " {\"required\": true, \"maxLength\": 60}}]}")
        Map<String, Object> schema) {

  static OwnFormResource of(OwnSteps.Shown own, Locale reader) {
    LocalText.Said title = own.title().in(reader);
    return new OwnFormResource(title.text(), title.lang(), FormSchema.of(own.form(), reader));
  }
}
