package dev.latchkey.flow;

import java.util.List;

/**
 * A process or a decision.
 *
 * @param key its id, which is the name of its file
 * @param label what it is called in the diagram
 * @param process whether instances of it run; a decision is only asked
 * @param versions newest first: the last ones, and earlier ones on which something still runs
 * @param older how many earlier versions are not among them
 */
public record Drawing(
    String key, String label, boolean process, List<Version> versions, int older) {

  /**
   * One version.
   *
   * @param id of the engine
   * @param running instances that follow it; 0 for a decision
   * @param changes against the version before, in sentences; empty for the first, and if its file
   *     did not change
   * @param warnings what the check of diagrams said of its file and let pass
   */
  public record Version(
      String id,
      int number,
      boolean newest,
      long running,
      String deploymentId,
      Origin origin,
      List<String> changes,
      List<Deployed.Warning> warnings) {}
}
