package dev.latchkey.proof;

import dev.latchkey.secret.ServerKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Encrypts factors' secrets for the database with AES-256-GCM, under a key derived from the server
 * key. The factor's id is authenticated too: a secret copied to another row does not decrypt.
 */
@Component
class FactorSecrets {
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKey key;

  FactorSecrets(ServerKey key) {
    this.key = new SecretKeySpec(key.mac("factor secrets"), "AES");
  }

  String encrypt(String factorId, byte[] secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, factorId, nonce, secret);
    byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
    System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
    return Base64.getEncoder().encodeToString(both);
  }

  /** Fails if the text was altered, moved to another factor, or made under another server key. */
  byte[] decrypt(String factorId, String encrypted) {
    byte[] both = Base64.getDecoder().decode(encrypted);
    byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
    byte[] sealed = Arrays.copyOfRange(both, NONCE_BYTES, both.length);
    return run(Cipher.DECRYPT_MODE, factorId, nonce, sealed);
  }

  private byte[] run(int mode, String factorId, byte[] nonce, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance(ALGORITHM);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(factorId.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException(
          "The secret of factor " + factorId + " cannot be read with this server key", failed);
    }
  }
}
