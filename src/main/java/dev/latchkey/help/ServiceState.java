package dev.latchkey.help;

import dev.latchkey.messaging.ChannelHealth.Health;
import java.util.Locale;

/** How a channel works, as people are told: measured or announced, whichever is worse. */
public enum ServiceState {
  GOOD,
  SLOW,
  DOWN;

  /** Part of text keys and value in diagrams and interfaces: good, slow, down. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ServiceState of(Health measured) {
    return switch (measured) {
      case GOOD -> GOOD;
      case SLOW -> SLOW;
      case DOWN -> DOWN;
    };
  }

  ServiceState orWorse(ServiceState other) {
    return compareTo(other) < 0 ? other : this;
  }
}
