package dev.latchkey.flow;

import java.util.List;

/**
 * A deployment.
 *
 * @param name that it was given
 * @param inUse whether all its files are those in use
 * @param files what it changed in each of its files
 * @param warnings what the check of diagrams said of it and let pass
 */
public record Deployed(
    String id,
    String name,
    Origin origin,
    boolean inUse,
    List<FileChanges> files,
    List<Warning> warnings) {

  /** What the check said. */
  public record Warning(String place, String message) {}
}
