package dev.latchkey.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;

/** Somebody who recovers through the programs' interface, on whichever node. */
final class RestGuest {
  static final String PASSWORD = "quiet river under seven bridges";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private int port;
  private String token;
  private String address;

  RestGuest(Node node) {
    port = node.port();
  }

  /** Has this network address, as a proxy in front would say. */
  RestGuest from(String networkAddress) {
    address = networkAddress;
    return this;
  }

  /** Talks to this node from now on. */
  RestGuest at(Node node) {
    port = node.port();
    return this;
  }

  /** The same person on a second device, at this node. */
  RestGuest copyAt(Node node) {
    RestGuest copy = new RestGuest(node);
    copy.token = token;
    copy.address = address;
    return copy;
  }

  RestGuest opens(String identifier) {
    return opened(tries(identifier));
  }

  /** Goes on with the recovery that this answer opened. */
  RestGuest opened(HttpResponse<String> answer) {
    if (answer.statusCode() != 201) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    token = read(answer).required("token").textValue();
    return this;
  }

  /** Wants to open a recovery; nothing is remembered of the answer. */
  HttpResponse<String> tries(String identifier) {
    ObjectNode body = JSON.createObjectNode().put("identifier", identifier);
    body.put("purpose", "password").put("locale", "en");
    return send("POST", "/api/v1/recoveries", body);
  }

  private boolean isToldToWait() {
    HttpResponse<String> answer = asks();
    return answer.statusCode() == 503 && answer.headers().firstValue("Retry-After").isPresent();
  }

  private HttpResponse<String> asks() {
    return send("GET", "/api/v1/recoveries/current", null);
  }

  /** The recovery as it stands. */
  JsonNode sees() {
    HttpResponse<String> answer = asks();
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return read(answer);
  }

  /** Waits until the recovery has come to one of these steps, as well where told to come again. */
  RestGuest comesTo(String... steps) {
    Awaitility.await(String.join(" or ", steps))
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> !isToldToWait() && Set.of(steps).contains(step()));
    return this;
  }

  boolean isAt(String step) {
    return step().equals(step);
  }

  private String step() {
    return sees().required("step").textValue();
  }

  /** Whether there is a recovery to go on with: nobody was told of one that was never stored. */
  boolean open() {
    return token != null;
  }

  int enters(String code) {
    return answers(JSON.createObjectNode().put("message", "CodeEntered").put("code", code));
  }

  int choosesPassword() {
    return answers(
        JSON.createObjectNode()
            .put("message", "PasswordChosen")
            .put("password", PASSWORD)
            .put("repeated", PASSWORD));
  }

  private int answers(ObjectNode answer) {
    answer.put("step", sees().required("stepNumber").intValue());
    HttpResponse<String> taken = send("POST", "/api/v1/recoveries/current/answers", answer);
    JsonNode fresh = read(taken).path("token");
    if (fresh.isTextual()) {
      token = fresh.textValue();
    }
    return taken.statusCode();
  }

  private static JsonNode read(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private HttpResponse<String> send(String method, String path, ObjectNode body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (address != null) {
      request.header("X-Forwarded-For", address);
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, HttpRequest.BodyPublishers.ofString(body.toString()));
    }
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
