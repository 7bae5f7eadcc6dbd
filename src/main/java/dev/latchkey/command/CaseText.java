package dev.latchkey.command;

import dev.latchkey.audit.AuditEntry;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditVerifier;
import dev.latchkey.audit.AuditVerifier.Verdict;
import dev.latchkey.messaging.MessageRecord;
import dev.latchkey.messaging.MessageTrail;
import dev.latchkey.proof.Proof;
import dev.latchkey.proof.ProofLedger;
import dev.latchkey.recovery.CaseStore;
import dev.latchkey.recovery.RecoveryCase;
import dev.latchkey.review.Masks;
import dev.latchkey.review.Review;
import dev.latchkey.review.Reviews;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A case as lines to read, one fact each, times in UTC: what it was, what was proven, sent, decided
 * and done. Holds no codes or tokens, and addresses only masked. What a retention period removed is
 * missing; the audit entries are kept longest.
 */
class CaseText {
  private final CaseStore cases;
  private final Reviews reviews;
  private final ProofLedger proofs;
  private final MessageTrail messages;
  private final AuditTrail audit;
  private final AuditVerifier verifier;
  private final Clock clock;

  CaseText(
      CaseStore cases,
      Reviews reviews,
      ProofLedger proofs,
      MessageTrail messages,
      AuditTrail audit,
      AuditVerifier verifier,
      Clock clock) {
    this.cases = cases;
    this.reviews = reviews;
    this.proofs = proofs;
    this.messages = messages;
    this.audit = audit;
    this.verifier = verifier;
    this.clock = clock;
  }

  String of(String caseId) {
    List<String> lines = new ArrayList<>();
    lines.add("Case " + caseId);
    lines.add("Written " + clock.instant());
    Verdict verdict = verifier.verify();
    lines.add(verdict.whole() ? "The audit log is whole" : "AUDIT LOG BROKEN: " + verdict.fault());
    section(lines, "Case", cases.byId(caseId).stream().toList(), CaseText::line);
    section(lines, "Request to support", reviews.of(caseId).stream().toList(), CaseText::line);
    section(lines, "Proofs", proofs.of(caseId), CaseText::line);
    section(lines, "Messages", messages.of(caseId), CaseText::line);
    section(lines, "Audit", audit.ofCase(caseId), CaseText::line);
    return String.join("\n", lines) + "\n";
  }

  private static <T> void section(
      List<String> lines, String title, List<T> facts, Function<T, String> line) {
    lines.add("");
    lines.add(title);
    lines.addAll(facts.isEmpty() ? List.of("  none") : facts.stream().map(line).toList());
  }

  private static String line(RecoveryCase found) {
    return joined(
        found.createdAt(),
        found.purpose(),
        found.decoy() ? "no account" : "account " + found.accountId(),
        found.status().key(),
        named("restored", found.restoredAt()),
        named("hold until", found.holdUntil()));
  }

  private static String line(Review review) {
    return joined(
        review.requestedAt(),
        review.state(),
        review.reason(),
        named("decided", review.decidedAt()),
        named("contact", Masks.mask(review.contact())),
        named("confirmed", review.contactConfirmedAt()));
  }

  private static String line(Proof proof) {
    return joined(proof.provenAt(), proof.way().key(), proof.way().kind());
  }

  private static String line(MessageRecord message) {
    return joined(
        message.createdAt(),
        message.channel(),
        message.purpose().key(),
        message.state(),
        message.cause(),
        named("receipt", message.receipt()),
        message.receiptCause());
  }

  private static String line(AuditEntry entry) {
    return joined(
        entry.at(),
        entry.link() == null ? "(waits)" : "#" + entry.link().seq(),
        entry.actor(),
        entry.action(),
        entry.outcome(),
        entry.detail(),
        named("from", entry.network()),
        entry.agent());
  }

  private static String named(String name, Object value) {
    return value == null ? null : name + " " + word(value);
  }

  private static String joined(Object... parts) {
    return Stream.of(parts)
        .filter(Objects::nonNull)
        .map(CaseText::word)
        .collect(Collectors.joining("  ", "  ", ""));
  }

  private static String word(Object part) {
    return part instanceof Enum<?> constant
        ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-')
        : part.toString();
  }
}
