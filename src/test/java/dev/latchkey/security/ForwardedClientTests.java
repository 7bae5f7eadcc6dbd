package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testing.ApplicationTest;
import dev.latchkey.testing.Web;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Whom the limits count: who is connected, and what proxies say only where that is wanted. */
@TestPropertySource(properties = "latchkey.recovery.opens-per-client=2")
abstract class ForwardedClientTests extends ApplicationTest {

  /** Directly reachable, as by default. */
  static class DirectTests extends ForwardedClientTests {

    @Test
    void R8_T7_aForwardedAddress_makesNoNewClient() {
      assertThat(opens("203.0.113.1")).isEqualTo(201);
      assertThat(opens("203.0.113.2")).isEqualTo(201);
      assertThat(opens("203.0.113.3")).isEqualTo(429);
    }
  }

  /** With the setting for a proxy, which the README names. */
  @TestPropertySource(properties = "server.forward-headers-strategy=native")
  static class BehindAProxyTests extends ForwardedClientTests {

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

  /** With a proxy setting that does not trust whoever is connected. */
  @TestPropertySource(
      properties = {
        "server.forward-headers-strategy=native",
        "server.tomcat.remoteip.internal-proxies=192\\.0\\.2\\.1"
      })
  static class UntrustedProxyTests extends ForwardedClientTests {

    @Test
    void R8_T7_anAddressForwardedByAStranger_makesNoNewClient() {
      assertThat(opens("203.0.113.1")).isEqualTo(201);
      assertThat(opens("203.0.113.2")).isEqualTo(201);
      assertThat(opens("203.0.113.3")).isEqualTo(429);
    }
  }

  /** The status of opening a recovery with this forwarded address. */
  int opens(String forwardedFor) {
    return new Web(port())
        .sendBody(
            "POST",
            "/api/v1/recoveries",
            "{\"identifier\": \"nobody-" + UUID.randomUUID() + "\"}",
            "Content-Type: application/json",
            "X-Forwarded-For: " + forwardedFor)
        .status();
  }
}
