package dev.latchkey.process.guard;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What diagrams can name: the program's side of the contract.
 *
 * @param delegates beans for {@code delegateExpression} of a task
 * @param executionListeners beans for execution listeners
 * @param taskListeners beans for task listeners
 * @param variables process variables that the program writes
 * @param answers all values of those variables that have few
 * @param messages names of the messages that the program sends
 * @param decisions by id, what the program reads from a decision
 */
public record Vocabulary(
    Set<String> delegates,
    Set<String> executionListeners,
    Set<String> taskListeners,
    Set<String> variables,
    Map<String, Set<String>> answers,
    Set<String> messages,
    Map<String, Contract> decisions) {

  /** How the cells of an output are read. */
  public enum Cell {
    TEXT,
    DURATION,
    WAYS
  }

  /**
   * What the program gives to a decision and reads from it.
   *
   * @param hitPolicies those with which the program can read the result
   * @param outputs columns by name
   * @param ways keys that may stand in a list of ways
   */
  public record Contract(
      Set<String> inputs, List<String> hitPolicies, Map<String, Cell> outputs, Set<String> ways) {}
}
