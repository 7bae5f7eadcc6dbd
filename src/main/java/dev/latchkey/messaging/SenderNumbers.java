package dev.latchkey.messaging;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The numbers that our text messages come from, which are also those to text START to.
 *
 * @param general for countries without one of their own; null when the provider picks it
 * @param byCountry E.164 numbers by ISO 3166 code in capitals
 */
public record SenderNumbers(String general, Map<String, String> byCountry) {

  /** Sorted by country, so that people see the same order each time. */
  public SenderNumbers {
    byCountry = new TreeMap<>(byCountry);
  }

  /** The sender of texts to this number; empty when the provider picks it. */
  public Optional<String> to(String target) {
    return of(Countries.of(target).orElse(null));
  }

  /**
   * The number for people of a country; empty when only the provider knows it.
   *
   * @param country ISO 3166 code in capitals, or null
   */
  public Optional<String> of(String country) {
    String own = country == null ? null : byCountry.get(country);
    return Optional.ofNullable(own == null ? general : own);
  }

  /** A number as people write it, readable from any country. */
  public static String written(String number) {
    return Targets.written(number);
  }

  /** Whether this is a number in E.164 form that can exist. */
  public static boolean sound(String number) {
    return Targets.number(number).filter(number::equals).isPresent();
  }
}
