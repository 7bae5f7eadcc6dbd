package dev.latchkey.process;

import dev.latchkey.directory.Address;
import dev.latchkey.recovery.Answer;
import dev.latchkey.recovery.ReadOutTry;
import dev.latchkey.review.Challenge;
import dev.latchkey.review.ChallengeState;
import dev.latchkey.review.Clearance;
import dev.latchkey.review.Inquiries;
import dev.latchkey.review.Inquiry;
import dev.latchkey.review.OlderAddresses;
import dev.latchkey.review.ReadOutCodes;
import org.springframework.stereotype.Component;

/** What support asks a person, and what becomes of it. */
@Component
class Questions {
  private final Inquiries inquiries;
  private final OlderAddresses addresses;
  private final ReadOutCodes readOut;

  Questions(Inquiries inquiries, OlderAddresses addresses, ReadOutCodes readOut) {
    this.inquiries = inquiries;
    this.addresses = addresses;
    this.readOut = readOut;
  }

  /** Puts the reviewer's questions and challenge to the person. */
  void ask(Clearance given, String accountId) {
    Challenge challenge = given.challenge();
    inquiries.ask(
        given.caseId(),
        given.reviewer(),
        given.questions(),
        challenge == null ? null : challenge.kind(),
        challenge == null
            ? null
            : addresses.at(accountId, challenge.ordinal()).map(Address::id).orElse(null));
  }

  /** What becomes of an answer. */
  enum Taken {
    /** The round is closed. */
    COMPLETE,
    /** The same, and a code is to go to an older address. */
    CODE_WANTED,
    /** The code that was read out is wrong; the answers are kept and the round stays open. */
    WRONG_CODE
  }

  /** Keeps the answers; the round ends unless a code that was read out can be tried again. */
  Taken take(String caseId, Answer.SupportAnswer given, ReadOutTry tried) {
    Inquiry inquiry = inquiries.current(caseId).orElseThrow();
    inquiries.keep(inquiry, given.answers());
    if (inquiry.wantsReadOut() && !settled(inquiry, given, tried)) {
      return Taken.WRONG_CODE;
    }
    inquiries.close(inquiry);
    return inquiry.wantsOlderAddress() ? Taken.CODE_WANTED : Taken.COMPLETE;
  }

  private boolean settled(Inquiry inquiry, Answer.SupportAnswer given, ReadOutTry tried) {
    if (given.withoutCode() || tried == null) {
      inquiries.settle(inquiry.caseId(), ChallengeState.UNANSWERED);
      return true;
    }
    boolean right = tried.attempt().granted() && readOut.matches(inquiry, tried.code());
    if (right) {
      inquiries.settle(inquiry.caseId(), ChallengeState.PASSED);
    } else if (tried.attempt().last() || !tried.attempt().granted()) {
      inquiries.settle(inquiry.caseId(), ChallengeState.FAILED);
    } else {
      return false;
    }
    return true;
  }

  /**
   * The code to the older address was not entered.
   *
   * @param outcome of the delivery
   */
  void missed(String caseId, String outcome) {
    inquiries.settle(
        caseId,
        "attempts-exhausted".equals(outcome) ? ChallengeState.FAILED : ChallengeState.UNANSWERED);
  }
}
