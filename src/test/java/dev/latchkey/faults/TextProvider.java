package dev.latchkey.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.latchkey.testing.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Speaks Twilio's interface on 127.0.0.1, accepts each text message and remembers it. */
final class TextProvider implements AutoCloseable {
  private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");

  private final int port;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Text> texts = new CopyOnWriteArrayList<>();
  private final Map<String, CountDownLatch> silent = new ConcurrentHashMap<>();
  private final AtomicInteger number = new AtomicInteger();
  private final AtomicReference<Refusal> refusal = new AtomicReference<>();
  private final AtomicInteger refused = new AtomicInteger();

  private record Refusal(int status, String retryAfter, CountDownLatch end) {}

  /**
   * A text message that was accepted, or would be but for the silence.
   *
   * @param nanos when it arrived, of use only beside another one
   */
  record Text(String to, String body, long nanos) {
    String code() {
      Matcher matcher = CODE.matcher(body);
      if (!matcher.find()) {
        throw new AssertionError("No code in: " + body);
      }
      return matcher.group();
    }
  }

  private HttpServer server;

  private TextProvider(int port) {
    this.port = port;
  }

  static TextProvider start() {
    TextProvider provider = new TextProvider(FreePort.find());
    provider.comesBack();
    return provider;
  }

  /** Nothing listens where it was. */
  void goesAway() {
    server.stop(0);
  }

  /** Listens again. */
  void comesBack() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      server.createContext("/", this::answer);
      server.setExecutor(threads);
      server.start();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** What an application needs to send its texts here. */
  Map<String, String> settings() {
    String prefix = "latchkey.messaging.twilio.";
    return Map.of(
        "latchkey.messaging.text.provider",
        "twilio",
        prefix + "account-sid",
        "ACtest",
        prefix + "auth-token",
        "token",
        prefix + "from",
        "+12025550100",
        prefix + "api-base-url",
        "http://127.0.0.1:" + port);
  }

  /** From now on texts to this number arrive, but the sender is not told. */
  void fallSilentFor(String phoneNumber) {
    silent.put(phoneNumber, new CountDownLatch(1));
  }

  /**
   * Takes nothing from now on.
   *
   * @param retryAfter header of the answer, or null
   */
  void refuses(int status, String retryAfter) {
    refused.set(0);
    refusal.set(new Refusal(status, retryAfter, null));
  }

  /** Takes nothing from now on, and answers nobody. */
  void hangs() {
    refused.set(0);
    refusal.set(new Refusal(503, null, new CountDownLatch(1)));
  }

  /** Texts that were not taken since the last refusing began. */
  int refused() {
    return refused.get();
  }

  /** Takes texts and answers again, also who still waits. */
  void speakAgain() {
    Refusal over = refusal.getAndSet(null);
    if (over != null && over.end() != null) {
      over.end().countDown();
    }
    silent.values().forEach(CountDownLatch::countDown);
    silent.clear();
  }

  /** Texts to a number, oldest first. */
  List<Text> to(String phoneNumber) {
    return texts.stream().filter(text -> text.to().equals(phoneNumber)).toList();
  }

  /** All texts, oldest first. */
  List<Text> all() {
    return List.copyOf(texts);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> form = form(exchange);
      String to = form.get("To");
      Refusal current = refusal.get();
      if (current != null) {
        refuse(exchange, current, to);
        return;
      }
      if (to != null) {
        texts.add(new Text(to, form.getOrDefault("Body", ""), System.nanoTime()));
        awaitAnswer(to);
      }
      byte[] answer =
          "{\"sid\":\"SM%d\",\"status\":\"queued\"}"
              .formatted(number.incrementAndGet())
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(to == null ? 200 : 201, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private void refuse(HttpExchange exchange, Refusal answer, String to) throws IOException {
    if (to != null) {
      refused.incrementAndGet();
    }
    if (answer.end() != null) {
      await(answer.end());
    }
    if (answer.retryAfter() != null) {
      exchange.getResponseHeaders().add("Retry-After", answer.retryAfter());
    }
    exchange.sendResponseHeaders(answer.status(), -1);
  }

  private void awaitAnswer(String to) {
    CountDownLatch silence = silent.get(to);
    if (silence != null) {
      await(silence);
    }
  }

  private static void await(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, String> form(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    return Arrays.stream(body.split("&", -1))
        .map(field -> field.split("=", 2))
        .filter(field -> field.length == 2)
        .collect(
            Collectors.toMap(
                field -> URLDecoder.decode(field[0], StandardCharsets.UTF_8),
                field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8),
                (first, second) -> first));
  }

  @Override
  public void close() {
    speakAgain();
    server.stop(0);
    threads.shutdownNow();
  }
}
