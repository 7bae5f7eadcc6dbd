package dev.latchkey.process;

import dev.latchkey.messaging.Channel;
import dev.latchkey.messaging.MessageRecord;
import dev.latchkey.messaging.Outbox;
import dev.latchkey.messaging.Purpose;
import dev.latchkey.proof.Attempts;
import dev.latchkey.proof.Proof;
import dev.latchkey.proof.ProofLedger;
import dev.latchkey.proof.Way;
import dev.latchkey.recovery.RecoveryCase;
import dev.latchkey.review.CaseFile.WayTried;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which proofs of a case were passed, and at which the person failed. */
@Component
class CaseWays {
  private final ProofLedger ledger;
  private final Attempts attempts;
  private final Outbox outbox;

  CaseWays(ProofLedger ledger, Attempts attempts, Outbox outbox) {
    this.ledger = ledger;
    this.attempts = attempts;
    this.outbox = outbox;
  }

  /** The ways of the plan, but for the review itself. */
  List<WayTried> of(RecoveryCase recovery) {
    List<Proof> proofs = ledger.of(recovery.id());
    List<MessageRecord> messages = outbox.history(recovery.id());
    return recovery.ways().stream()
        .filter(way -> way != Way.HUMAN_REVIEW)
        .map(way -> tried(recovery, way, proofs, messages))
        .toList();
  }

  private WayTried tried(
      RecoveryCase recovery, Way way, List<Proof> proofs, List<MessageRecord> messages) {
    Optional<Proof> proof = proofs.stream().filter(one -> one.way() == way).findFirst();
    int wrong = attempts.wrong(recovery.subject(), way);
    String result =
        proof
            .map(one -> "Passed " + CaseTexts.time(one.provenAt()))
            .orElseGet(() -> notPassed(codes(way, messages), wrong));
    return new WayTried(CaseTexts.word(way), result, proof.isPresent(), wrong);
  }

  private static String notPassed(long codes, int wrong) {
    if (codes == 0 && wrong == 0) {
      return "Not tried";
    }
    return codes == 0 ? "Not passed" : "Not passed, codes sent: " + codes;
  }

  private static long codes(Way way, List<MessageRecord> messages) {
    return messages.stream()
        .filter(message -> message.purpose() == Purpose.RECOVERY_CODE)
        .filter(
            message ->
                way == Way.TEXT_MESSAGE
                    ? message.channel() == Channel.TEXT_MESSAGE
                    : way == Way.EMAIL && message.channel() == Channel.EMAIL)
        .count();
  }
}
