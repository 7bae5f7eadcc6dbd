package dev.latchkey.proof;

import dev.latchkey.secret.Seal;
import dev.latchkey.secret.ServerKey;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Encrypts factors' secrets for the database, each for the row of its factor. */
@Component
class FactorSecrets {
  private final Seal seal;

  FactorSecrets(ServerKey key) {
    this.seal = new Seal(key, "factor secrets");
  }

  String encrypt(String factorId, byte[] secret) {
    return Base64.getEncoder().encodeToString(seal.close(factorId, secret));
  }

  /** Fails if the text was altered, moved to another factor, or made under another server key. */
  byte[] decrypt(String factorId, String encrypted) {
    return seal.open(factorId, Base64.getDecoder().decode(encrypted));
  }
}
