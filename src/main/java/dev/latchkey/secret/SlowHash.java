package dev.latchkey.secret;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id for what people keep or choose: passwords and backup codes. Parameters are the OWASP
 * minimum (19 MiB, two passes, one lane); they are part of each hash, so that raising them later
 * leaves stored hashes valid.
 */
@Component
public class SlowHash {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;

  private final Argon2PasswordEncoder argon2;
  private final String ofNothing;

  /** With the parameters for real use. */
  public SlowHash() {
    this(MEMORY_KIB, PASSES);
  }

  /** With other parameters; lower ones only where nothing real is protected. */
  public SlowHash(int memoryKib, int passes) {
    argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, memoryKib, passes);
    ofNothing = argon2.encode(Tokens.create());
  }

  /** A freshly salted hash with its algorithm and parameters, under 300 characters. */
  public String of(String clear) {
    return argon2.encode(clear);
  }

  /**
   * Whether {@code clear} has this hash. Without a hash to compare with, the same work is done and
   * the answer is no, so that the time tells nothing.
   *
   * @param hash from {@link #of}, or null
   */
  public boolean matches(String clear, String hash) {
    boolean equal = argon2.matches(clear, hash == null ? ofNothing : hash);
    return equal && hash != null;
  }
}
