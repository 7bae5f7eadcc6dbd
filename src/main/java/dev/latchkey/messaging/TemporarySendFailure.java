package dev.latchkey.messaging;

/** The provider could not take the message now (429, 5xx, time-out); the job tries again. */
public class TemporarySendFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message without personal data: it is shown to operators
   * @param cause may be null
   */
  public TemporarySendFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
