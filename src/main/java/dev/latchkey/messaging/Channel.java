package dev.latchkey.messaging;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a message travels. */
public enum Channel {
  TEXT_MESSAGE,
  EMAIL;

  /** As texts, interfaces and diagrams name it: text-message, email. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The channel of this key, or empty. */
  public static Optional<Channel> ofKey(String key) {
    return Arrays.stream(values()).filter(channel -> channel.key().equals(key)).findFirst();
  }
}
