package dev.latchkey.api;

/** Reads the header that carries a client's token. */
final class Bearer {
  private static final String SCHEME = "Bearer ";

  private Bearer() {}

  /** The token of the header, or one that nothing has; the header may be null. */
  static String token(String authorization) {
    boolean bearer = authorization != null && authorization.startsWith(SCHEME);
    return bearer ? authorization.substring(SCHEME.length()).strip() : "";
  }
}
