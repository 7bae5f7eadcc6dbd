package dev.latchkey.api;

import io.swagger.v3.oas.annotations.media.Schema;

/** An app's sign-in for a person. */
@Schema(name = "SignInRequest")
record SignInRequest(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "E-mail address, phone number or user name",
            example = "erin@example.com")
        String identifier,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description =
                "A temporary password; or the main password, if the account has no two-step"
                    + " sign-in",
            example = "kvxqe-tmhza-rpbyc-wndgs")
        String password,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description =
                "What the app calls itself in the person's list of sessions; a temporary password"
                    + " keeps the name it was made for",
            minLength = 1,
            maxLength = 60,
            example = "Mail on the laptop")
        String app) {

  @Override
  public String toString() {
    return "SignInRequest[]";
  }
}
