package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** With a proxy setting that does not trust whoever is connected. */
@TestPropertySource(
    properties = {
      "server.forward-headers-strategy=native",
      "server.tomcat.remoteip.internal-proxies=192\\.0\\.2\\.1"
    })
class UntrustedProxyTests extends ForwardedClients {

  @Test
  void R8_T7_anAddressForwardedByAStranger_makesNoNewClient() {
    assertThat(opens("203.0.113.1")).isEqualTo(201);
    assertThat(opens("203.0.113.2")).isEqualTo(201);
    assertThat(opens("203.0.113.3")).isEqualTo(429);
  }
}
