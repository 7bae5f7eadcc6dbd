package dev.latchkey.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.proof.Way;
import dev.latchkey.recovery.RecoveryMessage;
import dev.latchkey.recovery.RecoveryView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * A recovery as its client sees it. Looks the same whether or not the account exists. Members that
 * are null are left out.
 */
@Schema(name = "Recovery")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecoveryResource(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "Short name for talking to support; opens nothing",
            example = "7f9c24e8")
        String reference,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "What was lost",
            allowableValues = {"password", "second-factor"},
            example = "password")
        String purpose,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            allowableValues = {"open", "restored", "stopped", "cancelled", "declined", "expired"},
            example = "open")
        String status,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description =
                "preparing, sending-code, enter-code, wait-for-send, enter-backup-code,"
                    + " enter-app-code, await-approval, describe-situation, await-review,"
                    + " answer-support, hold, choose-password, restoring, own-step, done, or one"
                    + " that the operator's diagram adds",
            example = "enter-code")
        String step,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "Rises with each step; answers must name it",
            example = "4")
        int stepNumber,
    @Schema(
            description = "The way in progress",
            allowableValues = {
              "text-message",
              "email",
              "authenticator-app",
              "backup-code",
              "login-request",
              "human-review"
            },
            example = "text-message")
        String way,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "Whether the code goes to the contact address of a request to support",
            example = "false")
        boolean confirmsContact,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "All ways, in order",
            example = "[\"text-message\", \"email\", \"backup-code\"]")
        List<String> ways,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "Messages that can be sent now",
            example = "[\"CodeEntered\", \"ResendRequested\", \"AnotherWayChosen\"]")
        List<String> offers,
    @Schema(
            description = "When the recovery moves on by itself (UTC)",
            example = "2026-03-01T09:02:00Z")
        Instant due,
    @Schema(
            description = "What happened last: wrong-code, expired-code, not-received, ...",
            example = "wrong-code")
        String notice,
    @Schema(
            description = "End of the waiting time for safety (UTC)",
            example = "2026-03-02T09:00:00Z")
        Instant holdUntil,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "en") String locale,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "UTC",
            example = "2026-03-01T09:00:00Z")
        Instant openedAt,
    @Schema(
            description =
                "At await-approval: two digits that the person has to type on a device that is"
                    + " signed in",
            example = "47")
        String approvalNumber,
    @Schema(description = "What is known of the newest code; missing while there is none")
        DeliveryResource delivery,
    @Schema(description = "At answer-support: what support wants to know") AskedResource asked,
    @Schema(description = "The request to support; missing while support is not asked")
        RequestResource request,
    @Schema(description = "At own-step: the form that the operator's analysts drew")
        OwnFormResource form) {

  /**
   * The view for clients.
   *
   * @param delivery null while there is no code
   * @param asked null while support asks nothing
   * @param request null while support is not asked
   * @param form null where no form is to be filled in
   */
  static RecoveryResource of(
      RecoveryView view,
      DeliveryResource delivery,
      AskedResource asked,
      RequestResource request,
      OwnFormResource form) {
    return new RecoveryResource(
        view.reference(),
        view.purpose().key(),
        view.status().key(),
        view.step(),
        view.stepNumber(),
        view.way() == null ? null : view.way().key(),
        view.confirmsContact(),
        view.ways().stream().map(Way::key).toList(),
        view.offers().stream().map(RecoveryMessage::messageName).sorted().toList(),
        view.due(),
        view.notice(),
        view.holdUntil(),
        view.locale().toLanguageTag(),
        view.openedAt(),
        view.approvalNumber(),
        delivery,
        asked,
        request,
        form);
  }
}
