package latchkey.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes text messages as Twilio's interface does, at once and always, and hands each code to
 * whoever waits for it.
 */
final class Provider implements AutoCloseable {
  private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");
  private static final int BACKLOG = 1000;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, CompletableFuture<String>> codes = new ConcurrentHashMap<>();
  private final AtomicLong taken = new AtomicLong();

  Provider() {
    try {
      server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** The next code that goes to this number; ask before it is sent. */
  CompletableFuture<String> nextCodeTo(String number) {
    return codes.computeIfAbsent(number, any -> new CompletableFuture<>());
  }

  /** How many messages were taken so far. */
  long taken() {
    return taken.get();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** What the application needs to send its texts here. */
  Map<String, String> settings() {
    return Map.of(
        "latchkey.messaging.text.provider", "twilio",
        "latchkey.messaging.twilio.account-sid", "ACbench",
        "latchkey.messaging.twilio.auth-token", "token",
        "latchkey.messaging.twilio.from", "+12025550100",
        "latchkey.messaging.twilio.api-base-url", "http://127.0.0.1:" + port());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      long number = taken.incrementAndGet();
      byte[] answer =
          "{\"sid\":\"SM%d\",\"status\":\"queued\"}"
              .formatted(number)
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(body.isEmpty() ? 200 : 201, answer.length);
      exchange.getResponseBody().write(answer);
      pass(field(body, "To"), field(body, "Body"));
    }
  }

  private void pass(String to, String text) {
    Matcher code = CODE.matcher(text);
    CompletableFuture<String> waiting = codes.get(to);
    if (waiting != null && code.find() && waiting.complete(code.group())) {
      codes.remove(to);
    }
  }

  private static String field(String form, String name) {
    for (String pair : form.split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
