package dev.latchkey.web;

import java.util.IllformedLocaleException;
import java.util.Locale;

/** Names of countries in the reader's language. */
record CountryNames(Locale reader) {

  /** The name of the country with this ISO 3166 code; the code itself if it has none. */
  public String of(String code) {
    try {
      return new Locale.Builder().setRegion(code).build().getDisplayCountry(reader);
    } catch (IllformedLocaleException noCode) {
      return code;
    }
  }
}
