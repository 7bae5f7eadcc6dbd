package dev.latchkey.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What support wants to know from the person. */
@Schema(name = "Asked")
record AskedResource(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description =
                "Keys of the questions: old-addresses, account-since, last-sign-in, last-place,"
                    + " devices, second-step, recent-changes, how-lost",
            example = "[\"old-addresses\", \"account-since\"]")
        List<String> questions,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "Whether the answer needs a code that support reads out",
            example = "false")
        boolean readOutCode,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "Whether a code goes out, to an older address, once this is answered",
            example = "false")
        boolean codeFollows) {}
