package dev.latchkey.review;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Shows enough of an address to talk about it, and too little to use it. */
public final class Masks {
  private static final Pattern SEPARATORS = Pattern.compile("[,;、，\\n]+");

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

  /** The same for a text with several addresses, on lines or with commas between. */
  public static String each(String addresses) {
    return addresses == null
        ? null
        : SEPARATORS
            .splitAsStream(addresses)
            .map(String::strip)
            .map(Masks::mask)
            .collect(Collectors.joining(", "));
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
