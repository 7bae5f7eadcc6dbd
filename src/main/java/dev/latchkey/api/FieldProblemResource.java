package dev.latchkey.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.recovery.form.FormFault;
import io.swagger.v3.oas.annotations.media.Schema;

/** Why a field of an own step cannot be used. */
@Schema(name = "FieldProblem")
@JsonInclude(JsonInclude.Include.NON_NULL)
record FieldProblemResource(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "Key of the field",
            example = "petName")
        String field,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "What is wrong with it",
            allowableValues = {
              "required",
              "wrong-type",
              "not-offered",
              "no-number",
              "no-integer",
              "decimals",
              "no-date",
              "too-small",
              "too-large",
              "too-short",
              "too-long",
              "pattern",
              "too-much",
              "not-asked"
            },
            example = "too-long")
        String problem,
    @Schema(description = "Limit that the problem names", example = "60") String limit) {

  static FieldProblemResource of(FormFault fault) {
    return new FieldProblemResource(fault.key(), fault.problem(), fault.limit());
  }
}
