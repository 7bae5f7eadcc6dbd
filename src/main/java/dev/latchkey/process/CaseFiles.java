package dev.latchkey.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.messaging.MessageRecord;
import dev.latchkey.messaging.Outbox;
import dev.latchkey.proof.ProofLedger;
import dev.latchkey.proof.ProofRule;
import dev.latchkey.recovery.CaseStore;
import dev.latchkey.recovery.RecoveryCase;
import dev.latchkey.review.Masks;
import dev.latchkey.review.Review;
import dev.latchkey.review.Reviews;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The case file as the review form shows it: addresses masked, no codes, times in UTC. */
@Component
class CaseFiles {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);

  private final CaseStore cases;
  private final AccountDirectory directory;
  private final ProofLedger ledger;
  private final Outbox outbox;
  private final Reviews reviews;
  private final ObjectMapper json;

  CaseFiles(
      CaseStore cases,
      AccountDirectory directory,
      ProofLedger ledger,
      Outbox outbox,
      Reviews reviews,
      ObjectMapper json) {
    this.cases = cases;
    this.directory = directory;
    this.ledger = ledger;
    this.outbox = outbox;
    this.reviews = reviews;
    this.json = json;
  }

  String json(String caseId) {
    try {
      return json.writeValueAsString(file(cases.byId(caseId).orElseThrow()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Map<String, Object> file(RecoveryCase recovery) {
    Optional<Account> account =
        Optional.ofNullable(recovery.accountId()).flatMap(directory::findById);
    Review review = reviews.of(recovery.id()).orElseThrow();
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("reference", recovery.id().substring(0, 8));
    file.put("openedAt", text(recovery.createdAt()));
    file.put("account", accountPart(account));
    file.put("addresses", account.map(CaseFiles::addresses).orElse(List.of()));
    file.put("statement", review.statement());
    file.put("lost", review.lost());
    file.put("lastSignIn", review.lastSignIn());
    file.put("contact", Masks.mask(review.contact()));
    file.put("proofs", proofs(recovery));
    file.put("messages", outbox.history(recovery.id()).stream().map(CaseFiles::message).toList());
    file.put("earlier", account.map(found -> earlier(found, recovery)).orElse(List.of()));
    file.put("warnings", warnings(recovery, account, review));
    return file;
  }

  private static Map<String, Object> accountPart(Optional<Account> account) {
    Map<String, Object> part = new LinkedHashMap<>();
    part.put("known", account.isPresent());
    part.put(
        "summary",
        account.map(Account::displayName).orElse("No account matches what the person typed"));
    part.put("kind", account.map(found -> word(found.kind())).orElse("-"));
    part.put("secondFactor", account.map(Account::secondFactor).orElse(false));
    return part;
  }

  private static List<Map<String, Object>> addresses(Account account) {
    return account.addresses().stream()
        .map(
            address ->
                Map.<String, Object>of(
                    "kind", word(address.kind()),
                    "masked", Masks.mask(address.value()),
                    "verified", address.verified() ? "yes" : "no"))
        .toList();
  }

  private List<Map<String, Object>> proofs(RecoveryCase recovery) {
    return ledger.of(recovery.id()).stream()
        .map(
            proof ->
                Map.<String, Object>of("way", proof.way().key(), "when", text(proof.provenAt())))
        .toList();
  }

  private static Map<String, Object> message(MessageRecord message) {
    return Map.of(
        "channel", word(message.channel()),
        "purpose", message.purpose().key(),
        "state", word(message.state()),
        "receipt", Optional.ofNullable(message.receipt()).map(Object::toString).orElse("-"),
        "when", text(message.createdAt()));
  }

  private List<Map<String, Object>> earlier(Account account, RecoveryCase recovery) {
    return cases.history(account.id(), recovery.id()).stream()
        .map(
            before ->
                Map.<String, Object>of(
                    "when", text(before.createdAt()), "status", before.status().key()))
        .toList();
  }

  private List<String> warnings(RecoveryCase recovery, Optional<Account> account, Review review) {
    List<String> warnings = new ArrayList<>();
    if (account.isEmpty()) {
      warnings.add("No account matches what was typed: it can only be declined.");
      return warnings;
    }
    Account found = account.get();
    if (found.secondFactor() && ProofRule.missing(true, ledger.of(recovery.id())) > 1) {
      warnings.add("Second factor is on: approval alone will not restore access.");
    }
    boolean onFile =
        found.addresses().stream().anyMatch(address -> address.value().equals(review.contact()));
    if (!onFile) {
      warnings.add("The contact address is not on file for this account.");
    }
    if (cases.history(found.id(), recovery.id()).size() >= 3) {
      warnings.add("This account had three or more recoveries before.");
    }
    return warnings;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String text(Instant instant) {
    return TIME.format(instant.atOffset(ZoneOffset.UTC));
  }
}
