package dev.latchkey.process;

import dev.latchkey.secret.SlowHash;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;

/** Hashes staff passwords as account holders' are, and in the same turns. */
final class Argon2Passwords implements PasswordEncryptor {
  private final SlowHash hash;

  Argon2Passwords(SlowHash hash) {
    this.hash = hash;
  }

  @Override
  public String encrypt(String password) {
    return hash.of(password);
  }

  @Override
  public boolean check(String password, String encrypted) {
    return hash.matches(password, encrypted);
  }

  @Override
  public String hashAlgorithmName() {
    return "argon2id";
  }
}
