package dev.latchkey.api;

/** Examples of the description; a test holds them against it. */
final class ApiExamples {
  static final String CODE =
      """
      {"step": 4, "message": "CodeEntered", "code": "493017"}\
      """;
  static final String BACKUP_CODE =
      """
      {"step": 7, "message": "BackupCodeEntered", "code": "3-ABCD-EFGH-JKMN-PQRS"}\
      """;
  static final String ANOTHER_WAY =
      """
      {"step": 4, "message": "AnotherWayChosen", "way": "email"}\
      """;
  static final String RESEND =
      """
      {"step": 4, "message": "ResendRequested"}\
      """;
  static final String STATEMENT =
      """
      {"step": 9, "message": "StatementGiven", "statement": "My phone was stolen on Monday.",
       "lost": ["phone", "authenticator-app"],
       "facts": {"last-sign-in": "last Sunday, at home", "account-since": "2019-03"},
       "contact": "me@example.org"}\
      """;
  static final String SUPPORT_ANSWER =
      """
      {"step": 11, "message": "SupportAnswered",
       "answers": {"old-addresses": "old@example.org", "account-since": "May 2019"}}\
      """;
  static final String PASSWORD =
      """
      {"step": 12, "message": "PasswordChosen", "password": "quiet river under seven bridges",
       "repeated": "quiet river under seven bridges"}\
      """;
  static final String FORM =
      """
      {"step": 6, "message": "FormFilled",
       "fields": {"petName": "Mochi", "age": 12, "sure": true, "since": "2019-03-31"}}\
      """;
  static final String BAD_FORM =
      """
      {"type": "/problems/unusable", "title": "An input cannot be used", "status": 422,
       "detail": "Correct the member named in \\"field\\". Nothing was counted or lost.",
       "field": "fields", "problem": "unusable",
       "fields": [{"field": "petName", "problem": "required"}]}\
      """;
  static final String ADVICE =
      """
      {"stepNumber": 4, "advice": [
        {"cause": "B1", "certainty": "known", "title": "The number could not be reached.",
         "text": "The phone may be off or without signal, or the number is no longer in use.\
       Check the phone, or go on another way.",
         "guides": [{"title": "Make sure that the phone can be reached",
                     "steps": ["Turn the phone on.", "Turn flight mode off."]}],
         "nextWay": "email", "since": "2026-03-01T09:01:00Z"},
        {"cause": "B6", "certainty": "asked", "title": "Do you use an authenticator app?",
         "guides": [], "symptom": "uses-app"}]}\
      """;
  static final String BAD_SYMPTOM =
      """
      {"type": "/problems/unusable", "title": "An input cannot be used", "status": 422,
       "detail": "Correct the member named in \\"field\\". Nothing was counted or lost.",
       "field": "symptom", "problem": "unusable"}\
      """;
  static final String UNREADABLE =
      """
      {"type": "/problems/unreadable", "title": "The request cannot be read", "status": 400,
       "detail": "Send one JSON object with the described members, each once and of the described\
       type."}\
      """;
  static final String BAD_IDENTIFIER =
      """
      {"type": "/problems/unusable", "title": "An input cannot be used", "status": 422,
       "detail": "Correct the member named in \\"field\\". Nothing was counted or lost.",
       "field": "identifier", "problem": "unusable"}\
      """;
  static final String UNUSABLE =
      """
      {"type": "/problems/unusable", "title": "An input cannot be used", "status": 422,
       "detail": "Correct the member named in \\"field\\". Nothing was counted or lost.",
       "field": "contact", "problem": "contact-invalid"}\
      """;
  static final String BAD_FILE =
      """
      {"type": "/problems/unusable", "title": "An input cannot be used", "status": 422,
       "detail": "Correct the member named in \\"field\\". Nothing was counted or lost.",
       "field": "file", "problem": "file-kind"}\
      """;
  static final String NOT_FOUND =
      """
      {"type": "/problems/not-found", "title": "There is nothing here", "status": 404}\
      """;
  static final String WEAK =
      """
      {"type": "/problems/weak-password", "title": "The new password breaks a rule", "status": 422,
       "rule": "too-short", "limit": 15}\
      """;
  static final String UNKNOWN =
      """
      {"type": "/problems/unknown-recovery", "title": "No recovery has this token",
       "status": 401}\
      """;
  static final String LATE =
      """
      {"type": "/problems/not-waited-for",
       "title": "The recovery does not wait for this answer now", "status": 409}\
      """;
  static final String TOO_MANY =
      """
      {"type": "/problems/too-many", "title": "Too many recoveries from this network",
       "status": 429}\
      """;

  static final String SIGN_IN =
      """
      {"identifier": "erin@example.com", "password": "kvxqe-tmhza-rpbyc-wndgs",
       "app": "Mail on the laptop"}\
      """;
  static final String SIGN_IN_UNUSABLE =
      """
      {"type": "/problems/unusable", "title": "An input cannot be used", "status": 422,
       "detail": "Correct the member named in \\"field\\". Nothing was counted or lost.",
       "field": "app", "problem": "unusable"}\
      """;
  static final String SIGN_IN_REFUSED =
      """
      {"type": "/problems/sign-in-refused", "title": "The sign-in was refused", "status": 401}\
      """;
  static final String SECOND_FACTOR_NEEDED =
      """
      {"type": "/problems/second-factor-needed",
       "title": "This account needs a temporary password here", "status": 403}\
      """;
  static final String PASSWORD_TOO_SHORT =
      """
      {"type": "/problems/password-too-short",
       "title": "The password of this account is too short", "status": 403}\
      """;
  static final String BACKUP_CODE_REFUSED =
      """
      {"type": "/problems/backup-code-refused", "title": "Backup codes are not taken here",
       "status": 403}\
      """;
  static final String UNKNOWN_SESSION =
      """
      {"type": "/problems/unknown-session", "title": "No session has this token",
       "status": 401}\
      """;

  private ApiExamples() {}
}
