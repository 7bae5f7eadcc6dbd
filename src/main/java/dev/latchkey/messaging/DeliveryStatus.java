package dev.latchkey.messaging;

/** What a provider reports after it took a message. The first final report counts. */
public enum DeliveryStatus {
  /** On its way; anything may follow. */
  SENT,
  /** Arrived. */
  DELIVERED,
  /** Will not arrive. */
  UNDELIVERED
}
