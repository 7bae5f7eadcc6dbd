package dev.latchkey.directory;

/**
 * An encoded Argon2id hash of a password that passed the policy. Made by {@link PasswordPolicy}
 * only, or read back from where such a hash was kept.
 *
 * @param encoded with algorithm, parameters and salt; never null
 * @param standsAlone whether the password is long enough for an account without a second factor;
 *     null when that is not known
 */
public record PasswordHash(String encoded, Boolean standsAlone) {

  /** A hash of which it is not known how long its password is. */
  public PasswordHash(String encoded) {
    this(encoded, null);
  }

  @Override
  public String toString() {
    return "PasswordHash";
  }
}
