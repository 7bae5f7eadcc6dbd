package dev.latchkey.testing;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/** An authenticator app that was given a secret. */
public final class App {
  private final SecretKeySpec key;

  /** Takes the secret as a person types it: Base32. */
  public App(String secret) {
    this.key = new SecretKeySpec(Base32.decode(secret), "RAW");
  }

  /** What the app shows when its clock says this. */
  public String codeAt(Instant time) {
    try {
      return new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(key, time);
    } catch (InvalidKeyException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
