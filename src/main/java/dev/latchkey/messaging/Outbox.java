package dev.latchkey.messaging;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Messages to people. First the intent is stored, in the transaction of whatever wants the message;
 * later, in a job, the message is made and handed to the provider. No text, and so no code, is ever
 * stored (the embedded mailroom excepted).
 */
@Service
public class Outbox {
  private final MessageTable messages;
  private final Dispatch dispatch;
  private final Clock clock;

  Outbox(MessageTable messages, Dispatch dispatch, Clock clock) {
    this.messages = messages;
    this.dispatch = dispatch;
    this.clock = clock;
  }

  /** Records that a message is to be sent. Joins the caller's transaction. Returns its id. */
  @Transactional
  public String intend(MessageIntent intent) {
    String prefix = Targets.prefix(intent.channel(), intent.target());
    return messages.insert(intent, prefix, clock.instant());
  }

  /**
   * Sends a message whose intent is committed. Whatever the provider answers is committed before
   * this returns, so that a later rollback of the caller forgets no acceptance, and a repeated call
   * returns what is stored. The caller's transaction needs a second connection from the pool.
   *
   * @param facts what the text tells; the keys are named at {@link Purpose}. {@code link} and
   *     {@code objection} are paths, or lie under the configured base URL; {@code when} and {@code
   *     until} may be instants in ISO form and are then written out in the message's language
   * @throws TemporarySendFailure when trying again later makes sense; the message stays intended
   * @throws IllegalStateException if there is no committed intent with this id
   */
  public SendOutcome send(String messageId, Map<String, String> facts) {
    return dispatch.send(messageId, facts);
  }

  /** Whether this message is still to be sent: no provider took or refused it so far. */
  @Transactional(readOnly = true)
  public boolean queued(String messageId) {
    return messages.find(messageId).filter(message -> message.outcome().isEmpty()).isPresent();
  }

  /** Notices of a recovery that are still to be sent; codes are not among them. */
  @Transactional(readOnly = true)
  public List<PendingMessage> pending(String caseId) {
    return messages.pendingNotices(caseId);
  }

  /** The recovery ended: what was not sent yet never will be. Joins the caller's transaction. */
  @Transactional
  public void expireAll(String caseId) {
    messages.expireAll(caseId, clock.instant());
  }

  /** All messages of a recovery, oldest first. */
  @Transactional(readOnly = true)
  public List<MessageRecord> history(String caseId) {
    return messages.history(caseId);
  }
}
