package dev.latchkey.recovery;

import org.springframework.dao.ConcurrencyFailureException;

/** Somebody or something else moved the recovery at the same moment; nothing was changed. */
public class ConcurrentChange extends ConcurrencyFailureException {
  private static final long serialVersionUID = 1L;

  /** Wraps the engine's report. */
  public ConcurrentChange(Throwable cause) {
    super("The recovery moved on at the same moment", cause);
  }
}
