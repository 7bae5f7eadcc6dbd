package dev.latchkey.security;

import dev.latchkey.testing.ApplicationTest;
import dev.latchkey.testing.Web;
import java.util.UUID;
import org.springframework.test.context.TestPropertySource;

/** Whom the limits count: who is connected, and what proxies say only where that is wanted. */
@TestPropertySource(properties = "latchkey.recovery.opens-per-client=2")
abstract class ForwardedClients extends ApplicationTest {

  /** The status of opening a recovery with this forwarded address. */
  final int opens(String forwardedFor) {
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
