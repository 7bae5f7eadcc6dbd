package dev.latchkey.flow;

import java.time.Instant;

/**
 * Where a deployment comes from.
 *
 * @param at UTC
 * @param by login of who deployed, or null if it was not one of the staff or is not known
 * @param with the program it came from: our own version for what a start deployed, else what the
 *     program called itself, such as Camunda Modeler; null if it is not known
 * @param kind who or what deployed
 * @param backTo id of the deployment that it repeats, or null
 */
public record Origin(Instant at, String by, String with, Kind kind, String backTo) {

  /** Who or what deployed. */
  public enum Kind {
    /** The application itself, when it started. */
    START,
    /** Somebody by Camunda Modeler or another program. */
    PROGRAM,
    /** Somebody went back to an earlier state here. */
    RETURN,
    /** It is from before this was recorded. */
    UNKNOWN
  }
}
