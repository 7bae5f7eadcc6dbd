package dev.latchkey.process;

import dev.latchkey.messaging.DeliveryStatus;
import dev.latchkey.messaging.MessageRecord;
import dev.latchkey.messaging.MessageState;
import dev.latchkey.messaging.Outbox;
import dev.latchkey.proof.ProofLedger;
import dev.latchkey.recovery.CaseStore;
import dev.latchkey.recovery.RecoveryCase;
import dev.latchkey.review.CaseFile.Event;
import dev.latchkey.review.ChallengeState;
import dev.latchkey.review.Inquiries;
import dev.latchkey.review.Inquiry;
import dev.latchkey.review.Review;
import dev.latchkey.review.StaffWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** What happened in a recovery, and in those of the account before it. */
@Component
class CaseTimeline {
  private final CaseStore cases;
  private final Outbox outbox;
  private final ProofLedger ledger;
  private final Inquiries inquiries;

  CaseTimeline(CaseStore cases, Outbox outbox, ProofLedger ledger, Inquiries inquiries) {
    this.cases = cases;
    this.outbox = outbox;
    this.ledger = ledger;
    this.inquiries = inquiries;
  }

  private record Moment(Instant at, String what, String detail) {}

  /** The newest first, because what a reviewer asked for last is what they wait for. */
  List<Event> of(RecoveryCase recovery, Review review) {
    List<Moment> moments = new ArrayList<>();
    moments.add(new Moment(recovery.createdAt(), "Recovery opened", network(recovery)));
    outbox.history(recovery.id()).forEach(message -> moments.add(sent(message)));
    ledger
        .of(recovery.id())
        .forEach(
            proof ->
                moments.add(
                    new Moment(proof.provenAt(), "Proof passed", CaseTexts.word(proof.way()))));
    if (review.contactConfirmedAt() != null) {
      moments.add(new Moment(review.contactConfirmedAt(), "Contact address confirmed", ""));
    }
    inquiries.of(recovery.id()).forEach(inquiry -> moments.addAll(asked(inquiry)));
    return newestFirst(moments);
  }

  /** Recoveries of the same account before this one. */
  List<Event> before(RecoveryCase recovery) {
    if (recovery.accountId() == null) {
      return List.of();
    }
    return newestFirst(
        cases.history(recovery.accountId(), recovery.id()).stream()
            .map(
                other ->
                    new Moment(
                        other.createdAt(),
                        StaffWords.of(other.status().key()),
                        StaffWords.of(other.purpose().key()) + "; " + receipts(other.id())))
            .toList());
  }

  private static String network(RecoveryCase recovery) {
    return recovery.network() == null ? "" : "from network " + recovery.network();
  }

  private static Moment sent(MessageRecord message) {
    return new Moment(
        message.createdAt(),
        StaffWords.of(message.purpose().key()),
        CaseTexts.word(message.channel()) + ": " + fate(message));
  }

  /** A message that stands for one to nobody reads like one that was sent. */
  private static String fate(MessageRecord message) {
    if (message.receipt() != null) {
      return StaffWords.of(message.receipt().name().toLowerCase(java.util.Locale.ROOT))
          + (message.receiptCause() == null ? "" : " (" + message.receiptCause() + ")");
    }
    return message.state() == MessageState.SUPPRESSED
        ? "Not sent: no such address, or too many codes to it"
        : CaseTexts.word(message.state())
            + (message.cause() == null ? "" : " (" + message.cause() + ")");
  }

  private String receipts(String caseId) {
    List<MessageRecord> messages = outbox.history(caseId);
    long arrived =
        messages.stream().filter(one -> one.receipt() == DeliveryStatus.DELIVERED).count();
    return messages.size() + " messages, " + arrived + " arrived";
  }

  private static List<Moment> asked(Inquiry inquiry) {
    List<Moment> moments = new ArrayList<>();
    moments.add(new Moment(inquiry.askedAt(), "Asked for more", "by " + inquiry.askedBy()));
    if (inquiry.answeredAt() != null) {
      moments.add(new Moment(inquiry.answeredAt(), "Answered", result(inquiry)));
    } else if (inquiry.challengeState() == ChallengeState.UNANSWERED) {
      moments.add(new Moment(inquiry.askedAt(), "Not answered", ""));
    }
    return moments;
  }

  private static String result(Inquiry inquiry) {
    return inquiry.challenge() == null
        ? ""
        : StaffWords.of(inquiry.challenge().key())
            + " "
            + CaseTexts.word(inquiry.challengeState()).toLowerCase(java.util.Locale.ROOT);
  }

  private static List<Event> newestFirst(List<Moment> moments) {
    return moments.stream()
        .sorted(Comparator.comparing(Moment::at).reversed())
        .map(moment -> new Event(CaseTexts.time(moment.at()), moment.what(), moment.detail()))
        .toList();
  }
}
