package latchkey.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Recovers one account through the REST interface, from the first request to the last. */
final class Visitor {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration BETWEEN_READS = Duration.ofMillis(100);
  private static final String CURRENT = "/api/v1/recoveries/current";
  private static final String PASSWORD = "quiet river under seven bridges";

  private final Server server;
  private final Provider provider;
  private final Latencies latencies;
  private final String address = address();
  private String token;
  private CompletableFuture<String> code;

  /**
   * Somebody new.
   *
   * @param provider where the code arrives; null where nothing is sent and any code will do
   */
  Visitor(Server server, Provider provider, Latencies latencies) {
    this.server = server;
    this.provider = provider;
    this.latencies = latencies;
  }

  /** Everything: asks, waits for the code, enters it, chooses a password, is in. */
  void recovers(String number) throws Exception {
    opens(number);
    enters();
    int step = awaitStep("choose-password");
    latencies.time(
        "new password",
        () ->
            answers(
                JSON.createObjectNode()
                    .put("message", "PasswordChosen")
                    .put("password", PASSWORD)
                    .put("repeated", PASSWORD)
                    .put("step", step)));
    awaitStep("done");
  }

  /** Asks for a recovery; its code is on its way then. */
  void opens(String number) throws Exception {
    code =
        provider == null
            ? CompletableFuture.completedFuture("000000")
            : provider.nextCodeTo(number);
    ObjectNode body = JSON.createObjectNode().put("identifier", number);
    body.put("purpose", "password").put("locale", "en");
    JsonNode opened = latencies.time("open", () -> send("POST", "/api/v1/recoveries", body, 201));
    token = opened.required("token").textValue();
  }

  /** Waits for the code and enters it. */
  void enters() throws Exception {
    String arrived =
        latencies.time(
            "code at the provider", () -> code.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    int step = awaitStep("enter-code");
    latencies.time(
        "enter code",
        () ->
            answers(
                JSON.createObjectNode()
                    .put("message", "CodeEntered")
                    .put("code", arrived)
                    .put("step", step)));
  }

  /** The only key to the recovery. */
  String token() {
    return token;
  }

  /** One look at where the recovery stands. */
  JsonNode reads() throws Exception {
    return latencies.time("read", () -> send("GET", CURRENT, null, 200));
  }

  /** Reads until the recovery is at this step. Returns the step's number. */
  int awaitStep(String wanted) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    JsonNode seen = reads();
    while (!seen.required("step").textValue().equals(wanted)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("Not at " + wanted + ": " + seen);
      }
      LockSupport.parkNanos(BETWEEN_READS.toNanos());
      seen = reads();
    }
    return seen.required("stepNumber").intValue();
  }

  /** People do not all sit at one network address. */
  private static String address() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return "203.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
  }

  private JsonNode answers(ObjectNode answer) throws Exception {
    JsonNode taken = send("POST", CURRENT + "/answers", answer, 200);
    JsonNode fresh = taken.path("token");
    if (fresh.isTextual()) {
      token = fresh.textValue();
    }
    return taken;
  }

  private JsonNode send(String method, String path, ObjectNode body, int wanted) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri(path))
            .timeout(PATIENCE)
            .header("X-Forwarded-For", address);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (body == null) {
      request.GET();
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, HttpRequest.BodyPublishers.ofString(body.toString()));
    }
    HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != wanted) {
      throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }
}
