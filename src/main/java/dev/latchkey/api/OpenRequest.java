package dev.latchkey.api;

import io.swagger.v3.oas.annotations.media.Schema;

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
        String locale) {

  @Override
  public String toString() {
    return "OpenRequest[]";
  }
}
