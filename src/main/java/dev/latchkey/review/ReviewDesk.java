package dev.latchkey.review;

import java.util.Collection;
import java.util.Optional;

/** Who has which case on the desk; known to the engine, which keeps the tasks. */
public interface ReviewDesk {

  /**
   * The case of an open task, if this person may look at it: it is theirs, or it waits for anybody
   * of their groups; leads see all that is open.
   *
   * @return id of the case; empty if there is no such task, or it is not for their eyes
   */
  Optional<String> caseOf(String taskId, String staff, Collection<String> groups);
}
