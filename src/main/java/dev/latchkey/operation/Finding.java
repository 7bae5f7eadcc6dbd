package dev.latchkey.operation;

/**
 * How something stands.
 *
 * @param told in plain words for operators, without personal data
 */
public record Finding(State state, String told) {

  /** How bad it is. */
  public enum State {
    /** As it should be. */
    GOOD,
    /** Somebody should look into it, but this node can go on serving people. */
    DEGRADED,
    /** This node cannot serve anybody. */
    DOWN
  }

  /** Nothing to worry about. */
  public static Finding good(String told) {
    return new Finding(State.GOOD, told);
  }

  /** Trouble that does not keep this node from serving people. */
  public static Finding degraded(String told) {
    return new Finding(State.DEGRADED, told);
  }

  static Finding down(String told) {
    return new Finding(State.DOWN, told);
  }
}
