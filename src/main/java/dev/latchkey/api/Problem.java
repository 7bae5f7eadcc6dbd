package dev.latchkey.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Problem document (RFC 9457); only describes what {@link Problems} makes. */
@Schema(name = "Problem")
record Problem(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            format = "uri-reference",
            description = "Stable name of the kind of problem; also the address of its description",
            example = "/problems/not-waited-for")
        String type,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String title,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "409") int status,
    @Schema(description = "What to do") String detail,
    @Schema(format = "uri-reference") String instance,
    @Schema(description = "The input that cannot be used", example = "code") String field,
    @Schema(description = "What is wrong with it", example = "code-missing") String problem,
    @Schema(
            description = "The password rule that is broken",
            allowableValues = {"too-short", "too-long", "common", "contains-name", "not-repeated"})
        String rule,
    @Schema(description = "Number of characters that the rule names", example = "15") Integer limit,
    @Schema(description = "With FormFilled: each field that cannot be used")
        List<FieldProblemResource> fields,
    @Schema(description = "The recovery as it stands") RecoveryResource recovery) {}
