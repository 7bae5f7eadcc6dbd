package dev.latchkey.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what the database keeps with AES-256-GCM, under a key derived from the server key for
 * one use. The name of the place is authenticated too: what is copied to another row does not
 * decrypt.
 */
public final class Seal {
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKey key;
  private final String use;

  /**
   * @param use what is encrypted; other uses have other keys
   */
  public Seal(ServerKey key, String use) {
    this.key = new SecretKeySpec(key.mac(use), "AES");
    this.use = use;
  }

  /** Nonce and encrypted content, 28 bytes longer than the content. */
  public byte[] close(String place, byte[] content) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, place, nonce, content, 0, content.length);
    byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
    System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
    return both;
  }

  /** Fails if it was altered, moved to another place, or made under another server key. */
  public byte[] open(String place, byte[] both) {
    byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
    int length = Math.max(0, both.length - NONCE_BYTES);
    return run(Cipher.DECRYPT_MODE, place, nonce, both, Math.min(NONCE_BYTES, both.length), length);
  }

  private byte[] run(int mode, String place, byte[] nonce, byte[] input, int from, int length) {
    try {
      Cipher cipher = Cipher.getInstance(ALGORITHM);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input, from, length);
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException(
          use + ": what is kept for " + place + " cannot be read with this server key", failed);
    }
  }
}
