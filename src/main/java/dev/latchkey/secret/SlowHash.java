package dev.latchkey.secret;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id for what people keep or choose: passwords and backup codes. Parameters are the OWASP
 * minimum (19 MiB, two passes, one lane); they are part of each hash, so that raising them later
 * leaves stored hashes valid.
 *
 * <p>One computation takes a processor and the memory for as long as it lasts. More of them at once
 * than there are processors end no sooner, but could take all memory; so they take turns.
 */
@Component
public class SlowHash {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;

  private final PasswordEncoder argon2;
  private final Semaphore turns;
  private final String ofNothing;

  /** With the parameters for real use. */
  public SlowHash() {
    this(MEMORY_KIB, PASSES);
  }

  /** With other parameters; lower ones only where nothing real is protected. */
  public SlowHash(int memoryKib, int passes) {
    this(
        new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, memoryKib, passes),
        Runtime.getRuntime().availableProcessors());
  }

  SlowHash(PasswordEncoder argon2, int atOnce) {
    this.argon2 = argon2;
    this.turns = new Semaphore(atOnce, true);
    ofNothing = argon2.encode(Tokens.create());
  }

  /** A freshly salted hash with its algorithm and parameters, under 300 characters. */
  public String of(String clear) {
    return inTurn(() -> argon2.encode(clear));
  }

  /**
   * Whether {@code clear} has this hash. Without a hash to compare with, the same work is done and
   * the answer is no, so that the time tells nothing.
   *
   * @param hash from {@link #of}, or null
   */
  public boolean matches(String clear, String hash) {
    boolean equal = inTurn(() -> argon2.matches(clear, hash == null ? ofNothing : hash));
    return equal && hash != null;
  }

  private <T> T inTurn(Supplier<T> computation) {
    turns.acquireUninterruptibly();
    try {
      return computation.get();
    } finally {
      turns.release();
    }
  }
}
