package dev.latchkey.process;

import dev.latchkey.process.guard.Elsewhere;
import dev.latchkey.process.guard.Finding;
import dev.latchkey.process.guard.Guard;
import java.util.List;
import java.util.Map;

/** The deployment guard without an engine around, as the command line has it. */
public final class GuardOnPaper {
  private static final Guard GUARD = new Guard(BuildingBlocks.vocabulary(), Elsewhere.NOTHING);

  private GuardOnPaper() {}

  /** What the guard finds in files that would be deployed together. */
  public static List<Finding> check(Map<String, byte[]> files) {
    return GUARD.check(files);
  }
}
