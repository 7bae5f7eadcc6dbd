package dev.latchkey.messaging;

/**
 * Into how many segments a text message is parted, after 3GPP TS 23.038 and 23.040: of 160
 * characters (153 where there are several) if all stand in the GSM 7 bit default alphabet, those of
 * its extension table counting twice; else of 70 (67) 16-bit units.
 */
record Segments(boolean gsm, int units) {
  /** 3GPP TS 23.038, 6.2.1. */
  private static final String ALPHABET =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
          + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  /** 3GPP TS 23.038, 6.2.1.1. */
  private static final String EXTENSION = "\f^{}\\[~]|€";

  static Segments of(String text) {
    boolean gsm = text.chars().allMatch(c -> (ALPHABET + EXTENSION).indexOf(c) >= 0);
    int extended = gsm ? (int) text.chars().filter(c -> EXTENSION.indexOf(c) >= 0).count() : 0;
    return new Segments(gsm, text.length() + extended);
  }

  int count() {
    int one = gsm ? 160 : 70;
    int eachOfSeveral = gsm ? 153 : 67;
    return units <= one ? 1 : (units + eachOfSeveral - 1) / eachOfSeveral;
  }
}
