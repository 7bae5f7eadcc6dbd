package dev.latchkey.recovery;

import java.util.List;
import java.util.Map;

/** What people tell support beside their own words; judged where requests are reviewed. */
public interface StatedFacts {

  /**
   * Whether support can use this.
   *
   * @param lost keys of what the person no longer has
   * @param facts answers by the keys of what was asked
   */
  Judged judge(List<String> lost, Map<String, String> facts);

  /**
   * What is to be kept, or why it cannot be used.
   *
   * @param facts in the form in which they are kept; empty with a problem
   * @param field name of the input that cannot be used, or null
   * @param problem key of what is wrong with it, or null
   */
  record Judged(Map<String, String> facts, String field, String problem) {}
}
