package dev.latchkey.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.help.ToldAdvice;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Why a code did not come, and what to do. Members that are null are left out. */
@Schema(name = "Advice")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AdviceResource(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description =
                "B1 wrong or old number or address, B2 blocked or opted out, B3 carrier, B4 this"
                    + " service, B5 spam folder, B6 authenticator app, B7 device offline, limit"
                    + " too many codes",
            example = "B1")
        String cause,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description =
                "known: a fact; said: what the symptom says; asked: a question for the person",
            allowableValues = {"known", "said", "asked"},
            example = "known")
        String certainty,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "Fact or question, in the language asked for",
            example = "The number could not be reached.")
        String title,
    @Schema(description = "What it means and what to do") String text,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "What to do, step by step")
        List<Guide> guides,
    @Schema(
            description =
                "Best way on that is open now: a way for AnotherWayChosen; leave for"
                    + " AnotherWayChosen without a way; resend for ResendRequested; or wait",
            example = "email")
        String nextWay,
    @Schema(
            description = "What to send as \"symptom\" if the person says that this is it",
            example = "phone-offline")
        String symptom,
    @Schema(description = "When the fact was reported (UTC)", example = "2026-03-01T09:01:00Z")
        Instant since) {

  /** Steps for one device or provider. */
  @Schema(name = "AdviceGuide")
  record Guide(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "iPhone: unblock us")
          String title,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "[\"Open Settings.\"]")
          List<String> steps) {}

  /** All reasons at a step: facts first, questions last; none where no code is waited for. */
  @Schema(name = "AdviceList")
  record All(
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "The step that they belong to; answers must name it",
              example = "4")
          int stepNumber,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<AdviceResource> advice) {}

  static AdviceResource of(ToldAdvice told) {
    return new AdviceResource(
        told.advice().cause(),
        told.advice().certainty().name().toLowerCase(Locale.ROOT),
        told.title(),
        told.text(),
        told.guides().stream().map(guide -> new Guide(guide.title(), guide.steps())).toList(),
        told.advice().nextWay(),
        told.advice().tick(),
        told.advice().since());
  }
}
