package dev.latchkey.directory;

import dev.latchkey.secret.SlowHash;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Decides whether a new password is good enough (NIST SP 800-63B-4, section 3.1.1.2): long, not
 * common, not made from the person's names. No composition rules.
 */
@Component
public class PasswordPolicy {
  private static final int SHORTEST_ALONE = 15;
  private static final int SHORTEST_WITH_SECOND_FACTOR = 8;
  private static final int LONGEST = 256;
  private static final int SHORTEST_NAME = 4;
  private static final int NAME_FOUND_ANYWHERE = 6;
  private static final String SERVICE = "latchkey";

  private final CommonPasswords common;
  private final SlowHash hash;

  PasswordPolicy(CommonPasswords common, SlowHash hash) {
    this.common = common;
    this.hash = hash;
  }

  /**
   * The hash of an acceptable password, or the first rule that it breaks with the limit in
   * characters (0 where the rule has none).
   *
   * @param password as typed; null counts as empty
   * @param repeated as typed the second time; null counts as empty
   */
  public PasswordVerdict check(Account account, String password, String repeated) {
    String normalised = PasswordText.normalise(password == null ? "" : password);
    int length = PasswordText.length(normalised);
    int shortest = account.secondFactor() ? SHORTEST_WITH_SECOND_FACTOR : SHORTEST_ALONE;
    if (length < shortest) {
      return new PasswordVerdict.Refused(PasswordRule.TOO_SHORT, shortest);
    }
    if (length > LONGEST) {
      return new PasswordVerdict.Refused(PasswordRule.TOO_LONG, LONGEST);
    }
    if (!normalised.equals(PasswordText.normalise(repeated == null ? "" : repeated))) {
      return new PasswordVerdict.Refused(PasswordRule.NOT_REPEATED, 0);
    }
    if (containsName(account, normalised)) {
      return new PasswordVerdict.Refused(PasswordRule.CONTAINS_NAME, 0);
    }
    if (common.contains(normalised)) {
      return new PasswordVerdict.Refused(PasswordRule.COMMON, 0);
    }
    return new PasswordVerdict.Accepted(
        new PasswordHash(hash.of(normalised), standsAlone(normalised)));
  }

  /**
   * Whether a password is long enough to be all that protects an account.
   *
   * @param normalised as {@link PasswordText#normalise} gives it
   */
  public static boolean standsAlone(String normalised) {
    return PasswordText.length(normalised) >= SHORTEST_ALONE;
  }

  private static boolean containsName(Account account, String password) {
    String lower = password.toLowerCase(Locale.ROOT);
    return names(account)
        .map(name -> PasswordText.normalise(name).toLowerCase(Locale.ROOT))
        .filter(name -> name.length() >= SHORTEST_NAME)
        .anyMatch(name -> found(name, lower));
  }

  /** A short name counts as a word of its own only: "erin" is not in "tangerine". */
  private static boolean found(String name, String password) {
    return name.length() >= NAME_FOUND_ANYWHERE
        ? password.contains(name)
        : Pattern.compile("(?<!\\p{L})" + Pattern.quote(name) + "(?!\\p{L})")
            .matcher(password)
            .find();
  }

  private static Stream<String> names(Account account) {
    Stream<String> own =
        Stream.concat(
            Stream.of(SERVICE, account.userName(), account.displayName()),
            Stream.of(account.displayName().split("\\s+", -1)));
    Stream<String> addresses =
        account.addresses().stream()
            .map(Address::value)
            .flatMap(value -> Stream.of(value, value.replaceAll("@.*|^\\+", "")));
    return Stream.concat(own, addresses);
  }
}
