package dev.latchkey.operation;

/** Work that needs the database was not begun, because it is known to be away. */
public class DatabaseAway extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** After this long it makes sense to ask again, in seconds. */
  public static final int RETRY_AFTER = 5;

  /**
   * @param message for operators
   */
  public DatabaseAway(String message) {
    super(message);
  }
}
