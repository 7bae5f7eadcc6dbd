package dev.latchkey.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Sends requests exactly as written, also those that a well-behaved client would put right or
 * refuse.
 */
public final class Web {
  private final int port;

  /** Requests to 127.0.0.1 at this port. */
  public Web(int port) {
    this.port = port;
  }

  /** One request without a body. */
  public Answer send(String method, String path, String... headers) {
    return sendBody(method, path, "", headers);
  }

  /**
   * One request with a body.
   *
   * @param headers complete lines; Host and lengths are added where they are not given
   */
  public Answer sendBody(String method, String path, String body, String... headers) {
    StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    if (Arrays.stream(headers).noneMatch(header -> header.startsWith("Host:"))) {
      request.append("Host: 127.0.0.1:").append(port).append("\r\n");
    }
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    if (!body.isEmpty()) {
      request.append("Content-Length: ").append(body.length()).append("\r\n");
    }
    request.append("Connection: close\r\n\r\n").append(body);
    return new Answer(exchange(request.toString()));
  }

  /** Header line of an HTTP Basic login. */
  public static String basic(String user, String password) {
    byte[] login = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Authorization: Basic " + Base64.getEncoder().encodeToString(login);
  }

  private String exchange(String request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      InputStream answer = socket.getInputStream();
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** An answer as it came. */
  public record Answer(String text) {

    /** Status code. */
    public int status() {
      return Integer.parseInt(text.substring(9, 12));
    }

    /** First value of a header, or an empty string. */
    public String header(String name) {
      return headers(name).stream().findFirst().orElse("");
    }

    /** All values of a header. */
    public List<String> headers(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return head()
          .lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .toList();
    }

    /** What comes behind the headers; chunk lengths stay in it. */
    public String body() {
      int end = text.indexOf("\r\n\r\n");
      return end < 0 ? "" : text.substring(end + 4);
    }

    private String head() {
      int end = text.indexOf("\r\n\r\n");
      return end < 0 ? text : text.substring(0, end);
    }
  }
}
