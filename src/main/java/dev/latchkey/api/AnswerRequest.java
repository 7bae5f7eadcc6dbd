package dev.latchkey.api;

import dev.latchkey.proof.Way;
import dev.latchkey.recovery.Answer;
import dev.latchkey.recovery.RecoveryMessage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
              "PasswordChosen",
              "FormFilled"
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
    @Schema(
            description =
                "With StatementGiven: what was lost; any of password, phone, email, backup-codes,"
                    + " authenticator-app, device",
            example = "[\"phone\", \"authenticator-app\"]",
            nullable = true)
        List<String> lost,
    @Schema(
            description =
                "With StatementGiven: what the person knows of what the request asks for, by its"
                    + " keys; the rest is left out",
            example = "{\"account-since\": \"2019-03\", \"last-sign-in\": \"last Sunday\"}",
            nullable = true)
        Map<String, String> facts,
    @Schema(description = "With StatementGiven: e-mail address for the answer", nullable = true)
        String contact,
    @Schema(
            description = "With SupportAnswered: answers by the keys of the questions asked",
            nullable = true)
        Map<String, String> answers,
    @Schema(description = "With SupportAnswered: true if nobody read out a code", nullable = true)
        Boolean withoutCode,
    @Schema(
            description =
                "With FormFilled: values by the keys of the form's fields; texts, days as"
                    + " yyyy-MM-dd, numbers, true or false",
            example = "{\"petName\": \"Mochi\", \"age\": 12, \"sure\": true}",
            nullable = true)
        Map<String, Object> fields) {

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
              new Answer.Statement(text(statement), keysOfLost(), knownFacts(), text(contact)));
      case SUPPORT_ANSWERED ->
          Optional.of(
              new Answer.SupportAnswer(given(), text(code), Boolean.TRUE.equals(withoutCode)));
      case PASSWORD_CHOSEN -> Optional.of(new Answer.NewPassword(text(password), text(repeated)));
      case FORM_FILLED -> Optional.of(new Answer.OwnForm(filled()));
      case RECOVERY_CANCELLED,
          FACTOR_LOST,
          LOGIN_REQUEST_ANSWERED,
          NOT_ME,
          CODE_UNDELIVERED,
          OPTED_IN ->
          Optional.empty();
    };
  }

  private Map<String, Object> filled() {
    return fields == null ? Map.of() : Collections.unmodifiableMap(fields);
  }

  private Map<String, String> given() {
    Map<String, String> given = new HashMap<>();
    if (answers != null) {
      answers.forEach((key, answer) -> given.put(key, text(answer)));
    }
    return given;
  }

  /** A key that is null is nothing that was lost; the service says so. */
  private List<String> keysOfLost() {
    return lost == null ? List.of() : lost.stream().map(AnswerRequest::text).toList();
  }

  /** Answers that are null are left out. */
  private Map<String, String> knownFacts() {
    Map<String, String> given = new LinkedHashMap<>(facts == null ? Map.of() : facts);
    given.values().removeIf(Objects::isNull);
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
