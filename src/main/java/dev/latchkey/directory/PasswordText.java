package dev.latchkey.directory;

import java.text.Normalizer;

/** The one form in which passwords are measured, hashed and compared. */
public final class PasswordText {
  private PasswordText() {}

  /**
   * Unicode NFKC (NIST SP 800-63B-4, section 3.1.1.2): the same password typed on another keyboard
   * gives the same hash. Nothing is trimmed or cut.
   */
  public static String normalise(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  static int length(String normalised) {
    return normalised.codePointCount(0, normalised.length());
  }
}
