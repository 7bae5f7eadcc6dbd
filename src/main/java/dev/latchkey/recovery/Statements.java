package dev.latchkey.recovery;

import dev.latchkey.directory.Identifier;
import dev.latchkey.directory.IdentifierKind;
import dev.latchkey.directory.IdentifierParser;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Judges what a person tells support. */
@Component
class Statements {
  private static final int LONGEST_STATEMENT = 4000;
  private static final int LONGEST_LOST = 400;
  private static final int LONGEST_LAST_SIGN_IN = 200;

  private final IdentifierParser identifiers;

  Statements(IdentifierParser identifiers) {
    this.identifiers = identifiers;
  }

  /** Why the statement cannot be taken, or empty. */
  Optional<AnswerResult> problemOf(RecoveryCase recovery, Answer.Statement given) {
    if (given.statement() == null || given.statement().isBlank()) {
      return problem("statement", "statement-missing", recovery);
    }
    if (given.statement().length() > LONGEST_STATEMENT) {
      return problem("statement", "statement-too-long", recovery);
    }
    if (length(given.lost()) > LONGEST_LOST) {
      return problem("lost", "too-long", recovery);
    }
    if (length(given.lastSignIn()) > LONGEST_LAST_SIGN_IN) {
      return problem("lastSignIn", "too-long", recovery);
    }
    if (contact(given).isEmpty()) {
      return problem("contact", "contact-invalid", recovery);
    }
    return Optional.empty();
  }

  /** The statement with the contact address in the form in which it is used. */
  Answer.Statement tidied(Answer.Statement given) {
    return new Answer.Statement(
        plain(given.statement()),
        plain(given.lost()),
        plain(given.lastSignIn()),
        contact(given).orElseThrow());
  }

  /** Without control and direction characters, which could disguise a text; lines stay. */
  static String plain(String text) {
    return text == null
        ? ""
        : text.replaceAll(
                "[\\p{Cntrl}&&[^\\n\\t]]|[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]", "")
            .strip();
  }

  private Optional<String> contact(Answer.Statement given) {
    return identifiers
        .parse(given.contact())
        .filter(identifier -> identifier.kind() == IdentifierKind.EMAIL)
        .map(Identifier::canonical);
  }

  private static int length(String text) {
    return text == null ? 0 : text.length();
  }

  private static Optional<AnswerResult> problem(
      String field, String problem, RecoveryCase recovery) {
    return Optional.of(new AnswerResult.Unusable(field, problem, recovery.view()));
  }
}
