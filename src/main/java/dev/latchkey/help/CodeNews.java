package dev.latchkey.help;

import dev.latchkey.messaging.Delivery;
import dev.latchkey.messaging.Delivery.State;
import java.time.Instant;
import java.util.Locale;

/**
 * What is known of a code on its way, in words for pages and clients.
 *
 * @param channel text-message or email
 * @param state queued, sent, delivered, undelivered or expired
 * @param reason why it did not arrive; null unless undelivered
 * @param at when its provider reported that it was or was not delivered (UTC), or null
 */
public record CodeNews(String channel, String state, UndeliveredReason reason, Instant at) {

  static CodeNews of(Delivery delivery) {
    return new CodeNews(
        key(delivery.channel()),
        key(delivery.state()),
        delivery.state() == State.UNDELIVERED ? UndeliveredReason.of(delivery.cause()) : null,
        delivery.receiptAt());
  }

  private static String key(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it arrived, says its provider. */
  public boolean delivered() {
    return state.equals(key(State.DELIVERED));
  }

  /** Whether it will not arrive. */
  public boolean undelivered() {
    return state.equals(key(State.UNDELIVERED));
  }
}
