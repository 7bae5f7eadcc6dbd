package latchkey.bench.floor;

/** The four things that happen in a recovery, however they are stored. */
interface Flow {
  /** Begins one; its code is on the way. Returns its id. */
  String open(String number);

  /** {@code enter-code}, {@code choose-password}, {@code done}, or another step before them. */
  String step(String id);

  /** Whether this was the code. */
  boolean enterCode(String id, String code);

  /** The hash of a new password. */
  void choosePassword(String id, String hash);
}
