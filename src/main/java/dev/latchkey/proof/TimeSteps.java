package dev.latchkey.proof;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * The codes of RFC 6238 as all apps know them (six digits, 30 seconds, SHA-1), by time step: the
 * number of whole 30 seconds since 1970, UTC.
 */
@Component
class TimeSteps {
  /** Steps before and after the present one whose codes count. */
  static final int COUNTING = 1;

  /** Steps within which a code tells that the app's clock is off. */
  static final int NEARBY = 10;

  private final TimeBasedOneTimePasswordGenerator totp = new TimeBasedOneTimePasswordGenerator();
  private final Clock clock;

  TimeSteps(Clock clock) {
    this.clock = clock;
  }

  static SecretKey key(byte[] secret) {
    return new SecretKeySpec(secret, "RAW");
  }

  /**
   * The step near the present one whose code was typed, else empty; the latest if it is the code of
   * several. The work is the same whatever was typed.
   *
   * @param typed digits alone
   */
  OptionalLong find(SecretKey key, String typed) {
    long now = present();
    return LongStream.rangeClosed(now - NEARBY, now + NEARBY)
        .filter(step -> TypedDigits.same(codeAt(key, step), typed))
        .reduce((one, other) -> counts(one) && !counts(other) ? one : other);
  }

  /** Whether a code of this step counts now. */
  boolean counts(long step) {
    return Math.abs(step - present()) <= COUNTING;
  }

  String codeAt(SecretKey key, long step) {
    try {
      Instant time = Instant.ofEpochSecond(step * totp.getTimeStep().toSeconds());
      return totp.generateOneTimePasswordString(key, time);
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private long present() {
    return clock.instant().getEpochSecond() / totp.getTimeStep().toSeconds();
  }
}
