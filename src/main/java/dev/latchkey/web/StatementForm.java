package dev.latchkey.web;

import dev.latchkey.recovery.Answer;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The request to support as the form sends it. What was lost comes from boxes with names of their
 * own, since a name may come only once.
 */
record StatementForm(
    String statement,
    String lostPassword,
    String lostPhone,
    String lostEmail,
    String lostCodes,
    String lastSignIn,
    String contact) {

  Answer answer() {
    return new Answer.Statement(text(statement), lost(), text(lastSignIn), text(contact));
  }

  /** What the form shows again when something in it cannot be used. */
  Map<String, String> typed() {
    return Map.of(
        "statement", text(statement),
        "lost", lost(),
        "lastSignIn", text(lastSignIn),
        "contact", text(contact));
  }

  private String lost() {
    return Stream.of(
            lostPassword == null ? null : "password",
            lostPhone == null ? null : "phone",
            lostEmail == null ? null : "email",
            lostCodes == null ? null : "backup-codes")
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }

  private static String text(String typed) {
    return typed == null ? "" : typed;
  }
}
