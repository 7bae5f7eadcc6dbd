package dev.latchkey.testing;

import dev.latchkey.secret.SlowHash;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * The cheapest password hash in every application that a test starts in its own JVM: hashing was
 * half of what they computed. The packaged application has the real one, unless the benchmark adds
 * this class to tell hashing from everything else.
 */
@Configuration(proxyBeanMethods = false)
public class CheapHash {
  private static final int LEAST_KIB = 8;

  /** The same algorithm with its least memory and one pass. */
  public static SlowHash create() {
    return new SlowHash(LEAST_KIB, 1);
  }

  @Bean
  @Primary
  SlowHash cheapestHash() {
    return create();
  }
}
