package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Directly reachable, as by default. */
class DirectClientTests extends ForwardedClients {

  @Test
  void R8_T7_aForwardedAddress_makesNoNewClient() {
    assertThat(opens("203.0.113.1")).isEqualTo(201);
    assertThat(opens("203.0.113.2")).isEqualTo(201);
    assertThat(opens("203.0.113.3")).isEqualTo(429);
  }
}
