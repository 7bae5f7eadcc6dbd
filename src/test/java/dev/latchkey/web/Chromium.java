package dev.latchkey.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real browser: the Chromium of the machine, else the one that Playwright brings. The one without
 * windows comes first, for it needs half the processor time.
 */
public final class Chromium implements AutoCloseable {
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Starts a headless one. */
  public static Chromium start() {
    return start(ARGUMENTS);
  }

  /** The same, which finds this address at a port of 127.0.0.1. */
  public static Chromium startFor(String address, int port) {
    String host = URI.create(address).getHost();
    String rule = "--host-resolver-rules=MAP " + host + ":80 127.0.0.1:" + port;
    return start(Stream.concat(ARGUMENTS.stream(), Stream.of(rule)).toList());
  }

  private static Chromium start(List<String> arguments) {
    Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment()));
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions().setHeadless(true).setArgs(arguments);
    onThisMachine().ifPresent(options::setExecutablePath);
    return new Chromium(playwright, playwright.chromium().launch(options));
  }

  /** Playwright fetches its own browser only where the machine has none. */
  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    if (onThisMachine().isPresent()) {
      environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    }
    return environment;
  }

  /** The browser, to open pages in. */
  public Browser browser() {
    return browser;
  }

  private static Optional<Path> onThisMachine() {
    return Stream.of(
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
