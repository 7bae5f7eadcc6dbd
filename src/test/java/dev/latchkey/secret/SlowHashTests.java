package dev.latchkey.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testing.Race;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class SlowHashTests {
  private final Semaphore begun = new Semaphore(0);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  /** Each computation but the first, of nothing, lasts until all may go on. */
  private final PasswordEncoder slow =
      new PasswordEncoder() {
        private boolean first = true;

        @Override
        public String encode(CharSequence clear) {
          if (first) {
            first = false;
            return "";
          }
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          begun.release();
          try {
            goOn.await();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
          running.decrementAndGet();
          return "";
        }

        @Override
        public boolean matches(CharSequence clear, String hash) {
          encode(clear);
          return true;
        }
      };

  @Test
  void theHashOfTheApplication_hasTheParametersOfOwasp() {
    assertThat(new SlowHash().of("any")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void moreThanItsTurns_neverRunAtOnce_andAllGetTheirs() throws Exception {
    SlowHash hash = new SlowHash(slow, 2);
    Thread others = new Thread(() -> letThemGoOn(2));
    others.start();

    assertThat(Race.run(8, () -> hash.matches("any", "any"))).hasSize(8).containsOnly(true);

    others.join();
    assertThat(most).hasValue(2);
  }

  private void letThemGoOn(int count) {
    try {
      assertThat(begun.tryAcquire(count, 1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    goOn.countDown();
  }
}
