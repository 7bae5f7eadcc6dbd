package dev.latchkey.proof;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The written form of a backup code, {@code 3-7KQF-X2ZD-9HTN-0WAB}: the ordinal, then 80 random
 * bits in Crockford's base 32, which has no letters that look like digits.
 *
 * @param ordinal place in the order of generation, from 1; not a secret
 * @param secret sixteen symbols without hyphens
 */
record BackupCode(int ordinal, String secret) {
  private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 16;
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})([" + SYMBOLS + "]{16})");
  private static final SecureRandom RANDOM = new SecureRandom();

  static BackupCode random(int ordinal) {
    StringBuilder secret = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      secret.append(SYMBOLS.charAt(RANDOM.nextInt(SYMBOLS.length())));
    }
    return new BackupCode(ordinal, secret.toString());
  }

  /** Reads what a person typed; case, width, spaces, hyphens and look-alikes do not matter. */
  static Optional<BackupCode> parse(String typed) {
    String plain =
        TypedDigits.normalise(Normalizer.normalize(typed, Normalizer.Form.NFKC))
            .toUpperCase(Locale.ROOT)
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    Matcher matcher = WRITTEN.matcher(plain);
    return matcher.matches()
        ? Optional.of(new BackupCode(Integer.parseInt(matcher.group(1)), matcher.group(2)))
        : Optional.empty();
  }

  String written() {
    return ordinal + "-" + secret.replaceAll("(.{4})(?=.)", "$1-");
  }

  @Override
  public String toString() {
    return "BackupCode[" + ordinal + "]";
  }
}
