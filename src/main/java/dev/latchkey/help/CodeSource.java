package dev.latchkey.help;

import dev.latchkey.messaging.Channel;
import dev.latchkey.proof.Way;
import java.util.Optional;

/** Where the code comes from that a step asks for. */
public enum CodeSource {
  TEXT_MESSAGE("text-message", Channel.TEXT_MESSAGE),
  EMAIL("email", Channel.EMAIL),
  /** An e-mail to an address that the person has just given. */
  CONTACT("contact", Channel.EMAIL),
  /** Nothing is sent. */
  AUTHENTICATOR_APP("authenticator-app", null),
  /** A message that was sent at an earlier step and can still arrive. */
  EARLIER("", null);

  private final String key;
  private final Channel channel;

  CodeSource(String key, Channel channel) {
    this.key = key;
    this.channel = channel;
  }

  /** The name that the table uses. */
  String key() {
    return key;
  }

  /** The channel, or null where none carries the code. */
  Channel channel() {
    return channel;
  }

  static CodeSource of(Channel channel) {
    return channel == Channel.EMAIL ? EMAIL : TEXT_MESSAGE;
  }

  /**
   * Where the code of a step comes from, or empty if the step asks for none.
   *
   * @param step as diagrams name it
   * @param way in progress, or null
   * @param given whether it goes to an address that the person has just given
   * @param late whether a code of an earlier step would still be taken
   */
  public static Optional<CodeSource> at(String step, Way way, boolean given, boolean late) {
    return switch (step) {
      case "sending-code", "enter-code", "wait-for-send" -> sent(way, given);
      case "enter-app-code" -> Optional.of(AUTHENTICATOR_APP);
      default -> late ? Optional.of(EARLIER) : Optional.empty();
    };
  }

  /** Of a code that a reviewer wanted nothing is told: its way would tell what is on file. */
  private static Optional<CodeSource> sent(Way way, boolean given) {
    if (way == Way.HUMAN_REVIEW && !given) {
      return Optional.empty();
    }
    return Optional.of(way == Way.TEXT_MESSAGE ? TEXT_MESSAGE : given ? CONTACT : EMAIL);
  }
}
