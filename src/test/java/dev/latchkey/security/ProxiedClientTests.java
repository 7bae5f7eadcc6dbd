package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** With the setting for a proxy, which the README names. */
@TestPropertySource(properties = "server.forward-headers-strategy=native")
class ProxiedClientTests extends ForwardedClients {

  @Test
  void R8_theProxysClients_areCountedApart() {
    assertThat(opens("203.0.113.1")).isEqualTo(201);
    assertThat(opens("203.0.113.1")).isEqualTo(201);
    assertThat(opens("203.0.113.1")).isEqualTo(429);
    assertThat(opens("203.0.113.2")).isEqualTo(201);
  }

  @Test
  void R8_T7_whatAClientClaimsInFrontOfTheProxy_doesNotCount() {
    assertThat(opens("198.51.100.1, 203.0.113.9")).isEqualTo(201);
    assertThat(opens("198.51.100.2, 203.0.113.9")).isEqualTo(201);
    assertThat(opens("198.51.100.3, 203.0.113.9")).isEqualTo(429);
  }

  @Test
  void R8_addressesOfOneIpv6Network_areOneClient() {
    assertThat(opens("2001:db8:1:2::1")).isEqualTo(201);
    assertThat(opens("2001:db8:1:2::2")).isEqualTo(201);
    assertThat(opens("2001:db8:1:2:ffff::3")).isEqualTo(429);
    assertThat(opens("2001:db8:1:3::1")).isEqualTo(201);
  }
}
