package dev.latchkey.messaging;

/** How a message travels. */
public enum Channel {
  TEXT_MESSAGE,
  EMAIL
}
