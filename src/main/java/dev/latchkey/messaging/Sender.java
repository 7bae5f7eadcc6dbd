package dev.latchkey.messaging;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** A provider for one channel. Chosen by configuration; the mailroom is the embedded one. */
public interface Sender {

  /** The channel it serves. */
  Channel channel();

  /** Short name for the message's row and for operators: twilio, smtp, mailroom. */
  String provider();

  /**
   * Hands one message over.
   *
   * @return the provider's answer; a refusal is for good
   * @throws TemporarySendFailure when trying again later makes sense
   */
  SendResult send(OutgoingMessage message);

  /** About how long {@link #send} takes, for as long as no message was sent to measure it by. */
  default Duration usualTime() {
    return Duration.ZERO;
  }

  /**
   * How long {@link #send} can take at most, all time-outs together. Whoever took a message and is
   * not done by then counts as dead, and the message is sent by another.
   */
  default Duration longestTime() {
    return Duration.ofMinutes(3);
  }

  /**
   * What is reported of a message, as far as that is known without having seen reports: what a
   * decoy gets while too few messages were sent to draw it from ({@link ReceiptShares}).
   */
  default ExpectedReceipt usualReceipt() {
    return ExpectedReceipt.NONE;
  }

  /**
   * Asks the provider for a sign of life without sending anything. A code that no provider sees
   * must fail when others would.
   *
   * @return whether it could take a message now; empty if it cannot be asked
   * @throws TemporarySendFailure if it says when it wants to be asked again
   */
  default Optional<Boolean> reachable() {
    return Optional.empty();
  }

  /**
   * The provider's answer.
   *
   * @param providerId the provider's id of the message, null when refused
   * @param refusal stable cause such as {@code invalid-number}, {@code opted-out}, {@code
   *     region-not-allowed}, {@code unreachable}; null when accepted
   */
  record SendResult(String providerId, String refusal) {
    /** Whether the provider took the message. */
    public boolean accepted() {
      return refusal == null;
    }
  }

  /**
   * A message with its text.
   *
   * @param id of the intent: idempotency key and part of the Message-ID
   * @param subject null for a text message
   * @param html null for a text message
   * @param locale the language that the text is written in
   * @param validFor how long it is of use, or null for ever: a carrier need not deliver it later
   */
  record OutgoingMessage(
      String id,
      String target,
      String subject,
      String text,
      String html,
      Locale locale,
      Duration validFor) {
    @Override
    public String toString() {
      return "OutgoingMessage[" + id + "]";
    }
  }
}
