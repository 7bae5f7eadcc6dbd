package dev.latchkey.messaging;

import java.time.Instant;

/**
 * A text message that somebody sent to the service, without what it said.
 *
 * @param sender number in E.164 form
 * @param senderHash from {@link TargetHasher}, as for a message to that number
 * @param answered whether the provider answers it by itself
 * @param receivedAt UTC
 */
public record InboundText(
    String id,
    String sender,
    String senderHash,
    Keyword keyword,
    boolean answered,
    Instant receivedAt) {
  @Override
  public String toString() {
    return "InboundText[" + id + "]";
  }
}
