package dev.latchkey.security;

import java.net.URI;

/** The address under which people reach this installation: scheme, host and port, no more. */
record BaseUrl(URI uri) {

  /**
   * @throws IllegalArgumentException if the URI is anything else
   */
  BaseUrl {
    boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    boolean bare =
        uri.getRawPath() != null
            && uri.getRawPath().isEmpty()
            && uri.getRawQuery() == null
            && uri.getRawFragment() == null
            && uri.getRawUserInfo() == null;
    if (!web || !bare || uri.getHost() == null) {
      throw new IllegalArgumentException("Not a base URL: " + uri);
    }
  }

  /** Whether people reach the installation over TLS, ended here or in front of it. */
  boolean isSecure() {
    return "https".equals(uri.getScheme());
  }

  /** The address of a path that begins with a slash. */
  String page(String path) {
    return uri + path;
  }
}
