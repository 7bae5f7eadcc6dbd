package dev.latchkey.messaging;

/** The provider works, but cannot take a message for this one address now; the job tries again. */
public class RecipientDeferred extends TemporarySendFailure {
  private static final long serialVersionUID = 1L;

  /**
   * @param message without personal data: it is shown to operators
   */
  public RecipientDeferred(String message) {
    super(message, null);
  }
}
