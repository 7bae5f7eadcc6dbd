package dev.latchkey.api;

import dev.latchkey.proof.Way;
import dev.latchkey.recovery.Answer;
import dev.latchkey.recovery.RecoveryMessage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** An answer to the step that a recovery is at; which members count depends on the message. */
@Schema(name = "AnswerRequest")
record AnswerRequest(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "\"stepNumber\" of the recovery that is answered",
            example = "4")
        Integer step,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "One of the messages in \"offers\"",
            allowableValues = {
              "CodeEntered",
              "BackupCodeEntered",
              "AppCodeEntered",
              "ResendRequested",
              "AnotherWayChosen",
              "StatementGiven",
              "SupportAnswered",
              "PasswordChosen"
            },
            example = "CodeEntered")
        String message,
    @Schema(
            description =
                "With CodeEntered, BackupCodeEntered, AppCodeEntered; with SupportAnswered the code"
                    + " that support read out",
            nullable = true)
        String code,
    @Schema(description = "With AnotherWayChosen; the next way if left out", nullable = true)
        String way,
    @Schema(description = "With PasswordChosen", nullable = true) String password,
    @Schema(description = "With PasswordChosen: the same password again", nullable = true)
        String repeated,
    @Schema(description = "With StatementGiven: what happened", nullable = true) String statement,
    @Schema(description = "With StatementGiven: what was lost", nullable = true) String lost,
    @Schema(description = "With StatementGiven: the last sign-in", nullable = true)
        String lastSignIn,
    @Schema(description = "With StatementGiven: e-mail address for the answer", nullable = true)
        String contact,
    @Schema(
            description = "With SupportAnswered: answers by the keys of the questions asked",
            nullable = true)
        Map<String, String> answers,
    @Schema(description = "With SupportAnswered: true if nobody read out a code", nullable = true)
        Boolean withoutCode) {

  /** The answer in the terms of the service, or empty if message or way is none that exists. */
  Optional<Answer> answer() {
    return RecoveryMessage.ofName(message).flatMap(this::answer);
  }

  private Optional<Answer> answer(RecoveryMessage wanted) {
    return switch (wanted) {
      case CODE_ENTERED, BACKUP_CODE_ENTERED, APP_CODE_ENTERED ->
          Optional.of(new Answer.Code(wanted, text(code)));
      case RESEND_REQUESTED -> Optional.of(new Answer.Resend());
      case ANOTHER_WAY_CHOSEN ->
          way == null
              ? Optional.of(new Answer.AnotherWay(null))
              : Way.ofKey(way).map(Answer.AnotherWay::new);
      case STATEMENT_GIVEN ->
          Optional.of(
              new Answer.Statement(text(statement), text(lost), text(lastSignIn), text(contact)));
      case SUPPORT_ANSWERED ->
          Optional.of(
              new Answer.SupportAnswer(given(), text(code), Boolean.TRUE.equals(withoutCode)));
      case PASSWORD_CHOSEN -> Optional.of(new Answer.NewPassword(text(password), text(repeated)));
      case RECOVERY_CANCELLED,
          FACTOR_LOST,
          LOGIN_REQUEST_ANSWERED,
          NOT_ME,
          CODE_UNDELIVERED,
          OPTED_IN ->
          Optional.empty();
    };
  }

  private Map<String, String> given() {
    Map<String, String> given = new HashMap<>();
    if (answers != null) {
      answers.forEach((key, answer) -> given.put(key, text(answer)));
    }
    return given;
  }

  private static String text(String member) {
    return member == null ? "" : member;
  }

  @Override
  public String toString() {
    return "AnswerRequest[" + step + ", " + message + "]";
  }
}
