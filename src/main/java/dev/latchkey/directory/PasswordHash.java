package dev.latchkey.directory;

/**
 * An encoded Argon2id hash of a password that passed the policy. Made by {@link PasswordPolicy}
 * only, or read back from where such a hash was kept.
 *
 * @param encoded with algorithm, parameters and salt; never null
 */
public record PasswordHash(String encoded) {
  @Override
  public String toString() {
    return "PasswordHash";
  }
}
