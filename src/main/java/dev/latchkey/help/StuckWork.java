package dev.latchkey.help;

import java.time.Instant;
import java.util.List;

/** Steps that the process engine gave up on until somebody looks into them. */
public interface StuckWork {

  /** Newest first, at most 200. */
  List<Stuck> list();

  /**
   * Tries one again, at once and outside of any transaction. Nothing happens twice by it: what a
   * provider took is known as sent, and everything else was rolled back when the step failed.
   */
  Retried retry(String id);

  /**
   * One step.
   *
   * @param step what it does, as the diagram says
   * @param caseId the recovery, sign-in or change that waits for it, or null
   * @param since when it was given up, UTC
   */
  record Stuck(String id, String step, StuckCause cause, String caseId, Instant since) {

    /** As staff name the case to each other; null without one. */
    public String reference() {
      return caseId == null ? null : caseId.substring(0, Math.min(8, caseId.length()));
    }
  }

  /** What became of a retry. */
  enum Retried {
    /** The step is done and the case goes on. */
    DONE,
    /** It failed once more, for the same reason or another. */
    AGAIN,
    /** There is nothing to retry any more: a colleague was faster. */
    GONE
  }
}
