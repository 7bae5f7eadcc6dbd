package dev.latchkey.messaging.smtp;

import dev.latchkey.Misconfigured;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves that a notification comes from whoever knows the secret, just now: HMAC-SHA-256 over the
 * time in seconds, a dot and the body, in hexadecimal.
 */
class BounceSignature {
  private static final String HMAC = "HmacSHA256";
  private static final int SHORTEST_SECRET = 32;
  private static final Duration OLDEST = Duration.ofMinutes(5);

  private final byte[] secret;
  private final Clock clock;

  BounceSignature(String secret, Clock clock) {
    if (secret == null || secret.length() < SHORTEST_SECRET) {
      throw new Misconfigured(
          "latchkey.messaging.smtp.bounce-secret is too short to prove anything",
          "Set it to at least " + SHORTEST_SECRET + " random characters, or leave it out");
    }
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
    this.clock = clock;
  }

  /** Whether the signature fits and is at most five minutes old. */
  boolean proves(String timestamp, byte[] body, String signature) {
    if (timestamp == null || signature == null || !fresh(timestamp)) {
      return false;
    }
    return MessageDigest.isEqual(
        sign(timestamp, body).getBytes(StandardCharsets.UTF_8),
        signature.getBytes(StandardCharsets.UTF_8));
  }

  private boolean fresh(String timestamp) {
    try {
      Instant signed = Instant.ofEpochSecond(Long.parseLong(timestamp));
      return Duration.between(signed, clock.instant()).abs().compareTo(OLDEST) <= 0;
    } catch (NumberFormatException | DateTimeException | ArithmeticException noTime) {
      return false;
    }
  }

  private String sign(String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret, HMAC));
      mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
