package dev.latchkey.process;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountChanged;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.Address;
import dev.latchkey.messaging.Channel;
import dev.latchkey.messaging.MessageIntent;
import dev.latchkey.messaging.NotYetTurn;
import dev.latchkey.messaging.Outbox;
import dev.latchkey.messaging.PendingMessage;
import dev.latchkey.messaging.Purpose;
import dev.latchkey.messaging.TargetHasher;
import dev.latchkey.messaging.TemporarySendFailure;
import dev.latchkey.recovery.CasePurpose;
import dev.latchkey.recovery.CaseStore;
import dev.latchkey.recovery.RecoveryCase;
import dev.latchkey.review.Review;
import dev.latchkey.review.Reviews;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
        .ifPresent(account -> tell(caseId, account, account.notifiable().stream(), purpose));
  }

  /** The same for a change; addresses that are no longer on file are told too. */
  void tellOfChange(AccountChanged changed) {
    Account account = directory.findById(changed.accountId()).orElseThrow();
    Stream<Address> told =
        Stream.concat(
            account.notifiable().stream(), changed.alsoTell().stream().filter(Address::verified));
    tell(changed.changeId(), account, told, Purpose.ACCOUNT_CHANGED);
  }

  /** "This wasn't me": what was taken back is told to the account holder and to support. */
  void tellOfStop(String caseId) {
    boolean change = cases.byId(caseId).orElseThrow().purpose() == CasePurpose.ACCOUNT_CHANGE;
    tellAccountHolder(caseId, change ? Purpose.CHANGE_TAKEN_BACK : Purpose.RECOVERY_STOPPED);
    tellSupport(caseId, change ? Purpose.CHANGE_ALERT : Purpose.SUPPORT_ALERT);
  }

  /** To the mailbox of the support staff. */
  void tellSupport(String caseId, Purpose purpose) {
    intend(caseId, purpose, new Target(Channel.EMAIL, supportMail), Locale.ENGLISH);
  }

  private void tell(String caseId, Account account, Stream<Address> told, Purpose purpose) {
    told.map(address -> new Target(CodeTargets.channel(address.kind()), address.value()))
        .distinct()
        .forEach(target -> intend(caseId, purpose, target, account.locale()));
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
        .map(contact -> new Target(Channel.EMAIL, contact))
        .ifPresent(target -> intend(caseId, purpose, target, recovery.locale()));
  }

  private record Target(Channel channel, String value) {}

  private void intend(String caseId, Purpose purpose, Target target, Locale locale) {
    outbox.intend(
        new MessageIntent(
            caseId,
            null,
            purpose,
            target.channel(),
            target.value(),
            hasher.hash(target.channel(), target.value()),
            null,
            locale));
  }

  /**
   * Sends what is still to be sent for this recovery.
   *
   * @throws TemporarySendFailure if a provider could not take a message now; the others were sent
   */
  void sendPending(String caseId) {
    sendPending(caseId, Map.of());
  }

  /**
   * The same.
   *
   * @param known facts that stand in place of what the recovery's row says
   */
  void sendPending(String caseId, Map<String, String> known) {
    RecoveryCase recovery = cases.byId(caseId).orElseThrow();
    TemporarySendFailure failure = null;
    for (PendingMessage pending : outbox.pending(caseId)) {
      try {
        Map<String, String> all = facts.of(recovery);
        all.putAll(known);
        outbox.send(pending.id(), all);
      } catch (TemporarySendFailure unavailable) {
        failure = later(failure, unavailable);
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** A failure rather than a wait for a turn; of two failures the one that asks for more time. */
  private static TemporarySendFailure later(TemporarySendFailure one, TemporarySendFailure other) {
    if (one == null || one instanceof NotYetTurn) {
      return other;
    }
    return other instanceof NotYetTurn || one.retryAfter().compareTo(other.retryAfter()) > 0
        ? one
        : other;
  }
}
