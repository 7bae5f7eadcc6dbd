package latchkey.bench;

import dev.latchkey.LatchkeyApplication;
import dev.latchkey.secret.SlowHash;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * The application with the cheapest password hash that there is, so that hashing can be told from
 * everything else. Lies outside of the product, which has no setting for this.
 */
@Configuration(proxyBeanMethods = false)
public class CheapHash {
  private static final int LEAST_KIB = 8;

  /** Same arguments as the application. */
  public static void main(String[] args) {
    new SpringApplication(LatchkeyApplication.class, CheapHash.class).run(args);
  }

  @Bean
  @Primary
  SlowHash cheapest() {
    return new SlowHash(LEAST_KIB, 1);
  }
}
