package dev.latchkey.messaging;

/** Told of each text message that came in; the process engine listens. */
public interface InboundTextListener {

  /** Called once per message, in the transaction that stores it. */
  void received(String inboundId);
}
