package dev.latchkey.review;

import dev.latchkey.secret.ServerKey;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Codes that a reviewer reads out over the phone and the person types into their own page: whoever
 * is on the phone is at the page. Derived from the server key, so that none is ever stored.
 */
@Component
public class ReadOutCodes {
  private static final BigInteger CODES = BigInteger.valueOf(100_000_000);

  private final ServerKey key;
  private final Inquiries inquiries;

  ReadOutCodes(ServerKey key, Inquiries inquiries) {
    this.key = key;
    this.inquiries = inquiries;
  }

  /** The eight digits of this round, always the same. For the reviewer's eyes: never store them. */
  public String of(String caseId, int round) {
    BigInteger value = new BigInteger(1, key.mac("read-out code", caseId, Integer.toString(round)));
    return String.format(Locale.ROOT, "%08d", value.mod(CODES).intValueExact());
  }

  /**
   * The code that counts once the reviewer asks for it: what the case file shows before they do.
   */
  public String next(String caseId) {
    return of(caseId, inquiries.nextRound(caseId));
  }

  /** Whether the typed code is that of this round; spaces, hyphens and the script do not matter. */
  public boolean matches(Inquiry inquiry, String typed) {
    byte[] right = of(inquiry.caseId(), inquiry.round()).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(right, digits(typed).getBytes(StandardCharsets.UTF_8));
  }

  private static String digits(String typed) {
    StringBuilder digits = new StringBuilder();
    typed
        .codePoints()
        .filter(Character::isDigit)
        .map(c -> Character.digit(c, 10))
        .forEach(digits::append);
    return digits.toString();
  }
}
