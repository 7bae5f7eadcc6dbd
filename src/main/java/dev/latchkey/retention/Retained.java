package dev.latchkey.retention;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/** What one feature keeps for a time, and no longer (R24). */
public interface Retained {

  /** Begins to remove what is past its time at this moment; in this order. */
  List<Removal> removals(Instant now);

  /**
   * One pass over one kind of rows.
   *
   * @param kind what goes, in the plural, as operators read it in the log and in metrics
   */
  record Removal(String kind, Pass pass) {}

  /** A pass in small steps, so that each is a short transaction and the next may never come. */
  @FunctionalInterface
  interface Pass {

    /**
     * Removes some, in the caller's transaction. What it leaves is a whole: rows that belong
     * together go together.
     *
     * @return how many went; empty when there are no more
     */
    OptionalInt removeSome();
  }
}
