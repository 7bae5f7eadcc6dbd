package dev.latchkey.api;

import dev.latchkey.recovery.CasePurpose;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.Optional;

/** A request to recover an account. */
@Schema(name = "OpenRequest")
record OpenRequest(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "E-mail address, phone number (national or international) or user name",
            example = "aiko@example.com")
        String identifier,
    @Schema(
            description = "Language of the messages, as a BCP 47 tag; Accept-Language if left out",
            example = "en",
            nullable = true)
        String locale,
    @Schema(
            description = "What was lost; the password if left out",
            allowableValues = {"password", "second-factor"},
            example = "password",
            nullable = true)
        String purpose) {

  /** What was lost, or empty if it is neither of the two. */
  Optional<CasePurpose> lost() {
    return purpose == null
        ? Optional.of(CasePurpose.PASSWORD)
        : Arrays.stream(CasePurpose.values())
            .filter(CasePurpose::recovers)
            .filter(known -> known.key().equals(purpose))
            .findFirst();
  }

  @Override
  public String toString() {
    return "OpenRequest[]";
  }
}
