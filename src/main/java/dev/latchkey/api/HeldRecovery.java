package dev.latchkey.api;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A recovery with the key to it.
 *
 * @param token the one that works from now on; older ones may have stopped working
 */
@Schema(name = "HeldRecovery")
record HeldRecovery(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description =
                "Send it as \"Authorization: Bearer\". It may change with any answer; the older"
                    + " one then stops working.",
            example = "mJ5n0n6X3Tq2mW7v0c1uXgSb2yq4m2yq8mX0o1h5r7k")
        String token,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) RecoveryResource recovery) {

  @Override
  public String toString() {
    return "HeldRecovery[" + recovery.reference() + "]";
  }
}
