package dev.latchkey.process;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.Address;
import dev.latchkey.directory.AddressKind;
import dev.latchkey.messaging.Channel;
import dev.latchkey.messaging.MessageIntent;
import dev.latchkey.messaging.Outbox;
import dev.latchkey.messaging.PendingMessage;
import dev.latchkey.messaging.Purpose;
import dev.latchkey.messaging.TargetHasher;
import dev.latchkey.messaging.TemporarySendFailure;
import dev.latchkey.recovery.CaseStore;
import dev.latchkey.recovery.RecoveryCase;
import dev.latchkey.review.Review;
import dev.latchkey.review.Reviews;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Tells people what happened. The intent is recorded with the step that wants it; a job sends it
 * later, and only what was not yet sent.
 */
@Component
class Notices {
  private final CaseStore cases;
  private final AccountDirectory directory;
  private final Reviews reviews;
  private final Outbox outbox;
  private final TargetHasher hasher;
  private final NoticeFacts facts;
  private final String supportMail;

  Notices(
      CaseStore cases,
      AccountDirectory directory,
      Reviews reviews,
      Outbox outbox,
      TargetHasher hasher,
      NoticeFacts facts,
      @Value("${latchkey.support.mail}") String supportMail) {
    this.cases = cases;
    this.directory = directory;
    this.reviews = reviews;
    this.outbox = outbox;
    this.hasher = hasher;
    this.facts = facts;
    this.supportMail = supportMail;
  }

  /** To every verified address of the account that takes notifications; none for a decoy. */
  void tellAccountHolder(String caseId, Purpose purpose) {
    RecoveryCase recovery = cases.byId(caseId).orElseThrow();
    Optional.ofNullable(recovery.accountId())
        .flatMap(directory::findById)
        .ifPresent(account -> tellAll(caseId, account, purpose));
  }

  private void tellAll(String caseId, Account account, Purpose purpose) {
    for (Address address : account.notifiable()) {
      Channel channel = address.kind() == AddressKind.EMAIL ? Channel.EMAIL : Channel.TEXT_MESSAGE;
      intend(caseId, purpose, channel, address.value(), account.locale());
    }
  }

  /**
   * As {@link #tellAccountHolder}, unless this recovery told it before.
   *
   * @return whether there is something new to send
   */
  boolean tellAccountHolderOnce(String caseId, Purpose purpose) {
    boolean told =
        outbox.history(caseId).stream().anyMatch(message -> message.purpose() == purpose);
    if (!told) {
      tellAccountHolder(caseId, purpose);
    }
    return !told;
  }

  /** To the confirmed contact address of the support request, if there is one. */
  void tellContact(String caseId, Purpose purpose) {
    RecoveryCase recovery = cases.byId(caseId).orElseThrow();
    reviews
        .of(caseId)
        .filter(review -> review.contactConfirmedAt() != null)
        .map(Review::contact)
        .ifPresent(contact -> intend(caseId, purpose, Channel.EMAIL, contact, recovery.locale()));
  }

  /** To the mailbox of the support staff. */
  void tellSupport(String caseId, Purpose purpose) {
    intend(caseId, purpose, Channel.EMAIL, supportMail, Locale.ENGLISH);
  }

  private void intend(
      String caseId, Purpose purpose, Channel channel, String target, Locale locale) {
    outbox.intend(
        new MessageIntent(
            caseId, null, purpose, channel, target, hasher.hash(channel, target), null, locale));
  }

  /**
   * Sends what is still to be sent for this recovery.
   *
   * @throws TemporarySendFailure if a provider could not take a message now; the others were sent
   */
  void sendPending(String caseId) {
    RecoveryCase recovery = cases.byId(caseId).orElseThrow();
    TemporarySendFailure failure = null;
    for (PendingMessage pending : outbox.pending(caseId)) {
      try {
        outbox.send(pending.id(), facts.of(recovery, pending));
      } catch (TemporarySendFailure unavailable) {
        failure = unavailable;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
