package dev.latchkey.flow;

import java.util.Optional;

/**
 * Moves what runs on an earlier version of a process to the newest. Without it, everything ends on
 * the version on which it began.
 */
public interface FlowMoves {

  /**
   * Tries it without doing it, or is empty if there is no such version or it is the newest.
   *
   * @param versionId of the earlier version
   */
  Optional<Forecast> forecast(String versionId);

  /**
   * Moves as many as can be moved in one go, each in a transaction of its own, and records each;
   * must not be called in a transaction.
   *
   * @param toId the newest version when it was looked at; nothing moves if there is a newer one
   * @param by staff login
   */
  Moved move(String versionId, String toId, String by);

  /**
   * What became of it.
   *
   * @param moved that run on the newest version now
   * @param kept that could not be moved though others at the same place could
   * @param busy that moved on by themselves at that moment, or changed; try again
   */
  record Moved(int moved, int kept, int busy) {}
}
