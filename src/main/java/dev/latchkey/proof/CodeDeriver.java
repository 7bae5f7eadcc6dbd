package dev.latchkey.proof;

import dev.latchkey.secret.ServerKey;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Derives codes and link tokens from the server key and the issue. Nothing secret has to be stored,
 * and a repeated send of one issue carries the same code.
 */
@Component
class CodeDeriver {
  private static final BigInteger CODES = BigInteger.valueOf(1_000_000);
  private final ServerKey key;

  CodeDeriver(ServerKey key) {
    this.key = key;
  }

  /** Six digits. */
  String code(CodeIssue issue) {
    BigInteger value = new BigInteger(1, mac("one-time code", issue));
    return String.format(Locale.ROOT, "%06d", value.mod(CODES).intValueExact());
  }

  /** 256 bits in URL-safe Base64. */
  String linkToken(CodeIssue issue) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mac("link token", issue));
  }

  private byte[] mac(String label, CodeIssue issue) {
    return key.mac(label, issue.caseId(), issue.way().key(), Integer.toString(issue.number()));
  }
}
