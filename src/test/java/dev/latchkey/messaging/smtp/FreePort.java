package dev.latchkey.messaging.smtp;

import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;

/** Mail servers of tests at ports that are free, also on a machine with much else to do. */
final class FreePort {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private FreePort() {}

  /** A server that speaks this protocol on this machine. */
  static ServerSetup serverFor(String protocol) {
    ServerSetup setup = new ServerSetup(0, "localhost", protocol);
    setup.setServerStartupTimeout(PATIENCE.toMillis());
    return setup;
  }
}
