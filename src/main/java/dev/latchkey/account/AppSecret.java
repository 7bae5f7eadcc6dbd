package dev.latchkey.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A secret on its way into an authenticator app.
 *
 * @param userName names the account within the app
 * @param secret in Base32
 */
public record AppSecret(String userName, String secret) {
  private static final String ISSUER = "Latchkey";

  /** As people type it: in groups of four. */
  public String typed() {
    return secret.replaceAll("(.{4})(?=.)", "$1 ");
  }

  /** The address that apps read from the QR code, or open on the same device. */
  public String uri() {
    String name = URLEncoder.encode(userName, StandardCharsets.UTF_8).replace("+", "%20");
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=30"
        .formatted(ISSUER, name, secret, ISSUER);
  }

  @Override
  public String toString() {
    return "AppSecret[" + userName + "]";
  }
}
