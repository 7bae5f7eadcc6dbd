package dev.latchkey.review;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Shows enough of an address to talk about it, and too little to use it. */
public final class Masks {
  /** An e-mail address, or seven digits and more with what people write between them. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[^\\s@,;:、，；：<>()]+@[^\\s@,;:、，；：<>()]*[\\p{L}\\p{Nd}]"
              + "|[+＋(（]?\\p{Nd}(?:[ .()（）/\\u00A0\\u2010-\\u2015－-]{0,3}\\p{Nd}){6,}");

  private static final Pattern DAY = Pattern.compile("\\d{4}([-./])\\d{2}\\1\\d{2}");

  private Masks() {}

  /** First letter and domain of an e-mail address, last two digits of a number. Null stays null. */
  public static String mask(String address) {
    if (address == null) {
      return null;
    }
    int at = address.lastIndexOf('@');
    if (at > 0) {
      return address.substring(0, address.offsetByCodePoints(0, 1)) + "•••" + address.substring(at);
    }
    return "•••" + address.substring(Math.max(0, address.length() - 2));
  }

  /**
   * A text in somebody's own words in which whatever looks like an address is masked the same way,
   * so that one can still read what they say. Days (2019-03-31) are no numbers. Null stays null.
   */
  public static String within(String text) {
    return text == null
        ? null
        : ADDRESS
            .matcher(text)
            .replaceAll(found -> Matcher.quoteReplacement(maskUnlessDay(found.group())));
  }

  private static String maskUnlessDay(String found) {
    return DAY.matcher(found).matches() ? found : mask(found);
  }

  /** The first letter of each word of a name. Null stays null. */
  public static String name(String name) {
    return name == null
        ? null
        : Arrays.stream(name.strip().split("\\s+", -1))
            .filter(word -> !word.isEmpty())
            .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)) + "•••")
            .collect(Collectors.joining(" "));
  }
}
