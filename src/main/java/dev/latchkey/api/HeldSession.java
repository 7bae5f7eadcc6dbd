package dev.latchkey.api;

import io.swagger.v3.oas.annotations.media.Schema;

/** An app's session with the key to it. */
@Schema(name = "HeldSession")
record HeldSession(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "Send it as \"Authorization: Bearer\"; it is shown this once",
            example = "mJ5n0n6X3Tq2mW7v0c1uXgSb2yq4m2yq8mX0o1h5r7k")
        String token,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "Name in the person's list of sessions",
            example = "Mail on the laptop")
        String app) {

  @Override
  public String toString() {
    return "HeldSession[" + app + "]";
  }
}
