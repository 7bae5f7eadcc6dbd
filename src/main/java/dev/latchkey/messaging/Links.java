package dev.latchkey.messaging;

import dev.latchkey.Misconfigured;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Addresses in messages. They begin with the configured base URL, whatever host a request was sent
 * to.
 */
@Component
public class Links {
  private static final String PROPERTY = "latchkey.base-url";

  private final String base;
  private final String host;

  Links(@Value("${" + PROPERTY + "}") String baseUrl) {
    URI uri = parse(baseUrl);
    this.base = baseUrl.strip().replaceAll("/+$", "");
    this.host = uri.getHost();
  }

  private static URI parse(String baseUrl) {
    URI uri;
    try {
      uri = URI.create(baseUrl.strip());
    } catch (IllegalArgumentException notAnAddress) {
      uri = URI.create("");
    }
    boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
    if (!web || uri.getHost() == null || uri.getUserInfo() != null || uri.getQuery() != null) {
      throw new Misconfigured(
          PROPERTY + " is no address that people can open: " + baseUrl,
          "Set it to what people type to get here, such as https://recovery.example.com");
    }
    return uri;
  }

  /** The host that people see, without a port. */
  public String host() {
    return host;
  }

  /**
   * The full address.
   *
   * @param link a path, or an address under the base URL
   * @throws IllegalArgumentException for any other
   */
  public String absolute(String link) {
    if (link.startsWith("/") && !link.startsWith("//")) {
      return base + link;
    }
    if (link.startsWith(base + "/")) {
      return link;
    }
    throw new IllegalArgumentException("A link that does not lie under " + PROPERTY);
  }
}
