package dev.latchkey.process;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.proof.ProofLedger;
import dev.latchkey.proof.ProofRule;
import dev.latchkey.recovery.CaseStore;
import dev.latchkey.recovery.RecoveryCase;
import dev.latchkey.review.CaseFile;
import dev.latchkey.review.CaseFile.Compared;
import dev.latchkey.review.Clearance;
import dev.latchkey.review.Clearances;
import dev.latchkey.review.FactCheck;
import dev.latchkey.review.Masks;
import dev.latchkey.review.Review;
import dev.latchkey.review.Reviews;
import dev.latchkey.review.RiskSign;
import dev.latchkey.review.RiskSigns;
import dev.latchkey.review.StaffWords;
import dev.latchkey.review.Stated;
import dev.latchkey.review.StatedFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts a case file together, as things stand at the moment of the look. */
@Component
class CaseFileWriter {
  private static final int REFERENCE = 8;
  private static final String OLD_ADDRESS = "old-address";

  private final CaseStore cases;
  private final AccountDirectory directory;
  private final Reviews reviews;
  private final ProofLedger ledger;
  private final RiskSigns risks;
  private final StatedFacts stated;
  private final FactCheck check;
  private final Clearances clearances;
  private final CaseParts parts;

  CaseFileWriter(
      CaseStore cases,
      AccountDirectory directory,
      Reviews reviews,
      ProofLedger ledger,
      RiskSigns risks,
      StatedFacts stated,
      FactCheck check,
      Clearances clearances,
      CaseParts parts) {
    this.cases = cases;
    this.directory = directory;
    this.reviews = reviews;
    this.ledger = ledger;
    this.risks = risks;
    this.stated = stated;
    this.check = check;
    this.clearances = clearances;
    this.parts = parts;
  }

  /** The parts of a case file that have a class of their own. */
  @Component
  record CaseParts(CasePeople people, CaseWays ways, CaseTimeline timeline, CasePanels panels) {}

  /**
   * The case file of a recovery that asked for a review; fails for any other.
   *
   * @param mayAsk whether the one who looks may ask for more
   */
  CaseFile file(String caseId, boolean mayAsk) {
    RecoveryCase recovery = cases.byId(caseId).orElseThrow();
    Review review = reviews.of(caseId).orElseThrow();
    Account account =
        Optional.ofNullable(recovery.accountId()).flatMap(directory::findById).orElse(null);
    List<RiskSign> signs = risks.of(caseId);
    return new CaseFile(
        caseId.substring(0, REFERENCE),
        CaseTexts.time(recovery.createdAt()),
        parts.people().of(account),
        risks.level(caseId),
        signs,
        attention(recovery, account),
        said(review, account),
        compared(recovery, review, account),
        parts.ways().of(recovery),
        parts.timeline().of(recovery, review),
        parts.timeline().before(recovery),
        clearances.recorded(caseId).stream().map(CaseFileWriter::decided).toList(),
        parts.panels().of(account, mayAsk));
  }

  private List<String> attention(RecoveryCase recovery, Account account) {
    if (account == null) {
      return List.of("No account matches what was typed: it can only be declined.");
    }
    List<String> attention = new ArrayList<>();
    if (account.secondFactor() && ProofRule.missing(true, ledger.of(recovery.id())) > 1) {
      attention.add("The second factor is on: approval alone will not restore access.");
    }
    return attention;
  }

  private static CaseFile.Decided decided(Clearance given) {
    return new CaseFile.Decided(
        given.reviewer(),
        given.decision().key(),
        given.reason() == null ? "" : StaffWords.of(given.reason().key()),
        Objects.toString(given.note(), ""));
  }

  private static CaseFile.Said said(Review review, Account account) {
    boolean onFile =
        account != null
            && account.addresses().stream()
                .anyMatch(address -> address.value().equals(review.contact()));
    return new CaseFile.Said(
        review.statement(), review.lost(), Masks.mask(review.contact()), onFile);
  }

  /** What was lost, one by one, then facts and answers. */
  private List<Compared> compared(RecoveryCase recovery, Review review, Account account) {
    Stream<Stated> lost =
        Stream.ofNullable(review.lost())
            .flatMap(things -> Arrays.stream(things.split(",", -1)))
            .map(String::strip)
            .filter(thing -> !thing.isEmpty())
            .map(thing -> new Stated("lost", thing));
    Stream<Stated> lastSignIn =
        Stream.ofNullable(review.lastSignIn())
            .filter(text -> !text.isBlank())
            .map(text -> new Stated("last-sign-in", text));
    return Stream.of(lost, lastSignIn, stated.of(recovery.id()).stream())
        .flatMap(all -> all)
        .distinct()
        .map(one -> compared(recovery, account, one))
        .toList();
  }

  private Compared compared(RecoveryCase recovery, Account account, Stated one) {
    return new Compared(
        StaffWords.of(one.fact()),
        one.fact().startsWith(OLD_ADDRESS) ? Masks.within(one.answer()) : one.answer(),
        check.compare(account, recovery.typedAddressId(), one.fact(), one.answer()));
  }
}
