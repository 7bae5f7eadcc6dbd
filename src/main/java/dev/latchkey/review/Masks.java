package dev.latchkey.review;

/** Shows enough of an address to talk about it, and too little to use it. */
public final class Masks {
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
}
