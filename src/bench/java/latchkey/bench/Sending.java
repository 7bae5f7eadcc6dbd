package latchkey.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Sends text messages with no more than the request. */
public final class Sending {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI provider;

  /** To the provider at this address. */
  public Sending(String provider) {
    this.provider = URI.create(provider);
  }

  /** Returns when the provider has taken it. */
  public void send(String number, String text) {
    String form = "To=" + encoded(number) + "&Body=" + encoded(text);
    HttpRequest request =
        HttpRequest.newBuilder(provider)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try {
      http.send(request, HttpResponse.BodyHandlers.discarding());
    } catch (IOException fault) {
      throw new IllegalStateException(fault);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
