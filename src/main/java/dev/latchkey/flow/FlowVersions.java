package dev.latchkey.flow;

import java.util.List;
import java.util.Optional;

/**
 * The versions of all processes and decisions: what is there, what changed, and the way back. Texts
 * are in English, for staff.
 */
public interface FlowVersions {

  /** All processes and decisions, by name. */
  List<Drawing> drawings();

  /** One deployment with what it changed, or empty if there is none of this id. */
  Optional<Deployed> deployment(String id);

  /** What would change in use if all files of that deployment were deployed once more. */
  Optional<WayBack> wayBack(String deploymentId);

  /**
   * Deploys all files of an earlier deployment once more, through the same checks as any
   * deployment, and records by whom; in a transaction of its own.
   *
   * @param seen the newest deployment when the change was looked at: nothing is done if there is a
   *     newer one by now
   * @param by staff login
   */
  Returned goBack(String deploymentId, String seen, String by);

  /** What became of going back. */
  sealed interface Returned {
    /**
     * It is done.
     *
     * @param deploymentId of the new deployment
     */
    record Done(String deploymentId) implements Returned {}

    /**
     * The checks do not let these files pass any more.
     *
     * @param findings a sentence for each
     */
    record Refused(List<String> findings) implements Returned {}

    /** Somebody deployed in the meantime; look again. */
    record Overtaken() implements Returned {}

    /** There is no such deployment, or nothing would change. */
    record Nothing() implements Returned {}
  }
}
