package dev.latchkey.messaging;

import java.time.Duration;

/**
 * So many messages are being sent that this one has to wait for others. Nothing failed: the job
 * comes again when it is the message's turn, and that costs it no try.
 */
public class NotYetTurn extends TemporarySendFailure {
  private static final long serialVersionUID = 1L;

  private final Duration wait;

  NotYetTurn(Duration wait) {
    super("Waits for its turn", null);
    this.wait = wait;
  }

  /** How long from now; above zero. */
  public Duration left() {
    return wait;
  }
}
