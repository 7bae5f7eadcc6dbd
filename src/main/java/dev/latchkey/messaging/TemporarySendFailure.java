package dev.latchkey.messaging;

import java.time.Duration;

/** The provider could not take the message now (429, 5xx, time-out); the job tries again. */
public class TemporarySendFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Duration retryAfter;

  /**
   * @param message without personal data: it is shown to operators
   * @param cause may be null
   */
  public TemporarySendFailure(String message, Throwable cause) {
    this(message, cause, Duration.ZERO);
  }

  /**
   * The same, where the provider said when it wants to be asked again.
   *
   * @param retryAfter not before this time has passed; zero where nothing was said
   */
  public TemporarySendFailure(String message, Throwable cause, Duration retryAfter) {
    super(message, cause);
    this.retryAfter = retryAfter;
  }

  /** The job must not try again before this time has passed; zero where any time will do. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
