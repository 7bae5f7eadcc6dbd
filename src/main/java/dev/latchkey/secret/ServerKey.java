package dev.latchkey.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one secret of the installation, kept outside the database. Everything keyed is derived from
 * it under a label, so that a value made for one use is worthless for another.
 */
public final class ServerKey {
  private static final String HMAC = "HmacSHA256";
  private final byte[] key;

  /**
   * @param key at least 32 bytes
   * @throws IllegalArgumentException if it is shorter
   */
  public ServerKey(byte[] key) {
    if (key.length < 32) {
      throw new IllegalArgumentException("The server key needs at least 32 bytes");
    }
    this.key = key.clone();
  }

  /** HMAC-SHA-256 (RFC 2104) over label and parts, unambiguous for any content of the parts. */
  public byte[] mac(String label, String... parts) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      update(mac, label);
      for (String part : parts) {
        update(mac, part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** {@link #mac} in lower-case hexadecimal, 64 characters. */
  public String hash(String label, String... parts) {
    return HexFormat.of().formatHex(mac(label, parts));
  }

  private static void update(Mac mac, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    mac.update(java.nio.ByteBuffer.allocate(4).putInt(bytes.length).flip());
    mac.update(bytes);
  }
}
