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
    GOOD(0),
    /** Somebody should look into it, but this node can go on serving people. */
    DEGRADED(1),
    /** This node cannot serve anybody. */
    DOWN(2);

    /** As the metric gives it. */
    final int level;

    State(int level) {
      this.level = level;
    }
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
