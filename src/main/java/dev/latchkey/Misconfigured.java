package dev.latchkey;

/** A configuration that cannot work. It stops the start; the analyzer prints it as one message. */
public final class Misconfigured extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  /**
   * @param problem what is wrong, with the names of the settings and without their secrets
   * @param remedy what to do
   */
  public Misconfigured(String problem, String remedy) {
    super(problem);
    this.remedy = remedy;
  }

  /** What to do. */
  public String remedy() {
    return remedy;
  }
}
