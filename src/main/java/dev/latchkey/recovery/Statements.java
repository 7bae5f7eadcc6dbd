package dev.latchkey.recovery;

import dev.latchkey.directory.Identifier;
import dev.latchkey.directory.IdentifierKind;
import dev.latchkey.directory.IdentifierParser;
import dev.latchkey.language.PlainText;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Judges what a person tells support. */
@Component
class Statements {
  private static final int LONGEST_STATEMENT = 4000;

  private final IdentifierParser identifiers;
  private final StatedFacts facts;

  Statements(IdentifierParser identifiers, StatedFacts facts) {
    this.identifiers = identifiers;
    this.facts = facts;
  }

  /** Why the statement cannot be taken, or empty. */
  Optional<AnswerResult> problemOf(RecoveryCase recovery, Answer.Statement given) {
    if (given.statement() == null || given.statement().isBlank()) {
      return problem("statement", "statement-missing", recovery);
    }
    if (given.statement().length() > LONGEST_STATEMENT) {
      return problem("statement", "statement-too-long", recovery);
    }
    StatedFacts.Judged judged = facts.judge(given.lost(), given.facts());
    if (judged.problem() != null) {
      return problem(judged.field(), judged.problem(), recovery);
    }
    if (contact(given).isEmpty()) {
      return problem("contact", "contact-invalid", recovery);
    }
    return Optional.empty();
  }

  /** The statement with facts and contact address in the form in which they are used. */
  Answer.Statement tidied(Answer.Statement given) {
    return new Answer.Statement(
        PlainText.of(given.statement()),
        given.lost().stream().distinct().toList(),
        facts.judge(given.lost(), given.facts()).facts(),
        contact(given).orElseThrow());
  }

  private Optional<String> contact(Answer.Statement given) {
    return identifiers
        .parse(given.contact())
        .filter(identifier -> identifier.kind() == IdentifierKind.EMAIL)
        .map(Identifier::canonical);
  }

  private static Optional<AnswerResult> problem(
      String field, String problem, RecoveryCase recovery) {
    return Optional.of(new AnswerResult.Unusable(field, problem, recovery.view()));
  }
}
