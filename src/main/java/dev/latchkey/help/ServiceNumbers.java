package dev.latchkey.help;

import dev.latchkey.messaging.SenderNumbers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * The numbers to which people text {@link #KEYWORD} to get text messages again. They depend on the
 * installation and on what was typed, never on what is on file.
 */
@Service
public class ServiceNumbers {
  /**
   * The keyword that carriers and providers heed everywhere; ours in other languages reach us only.
   */
  public static final String KEYWORD = "START";

  private final SenderNumbers numbers;

  ServiceNumbers(SenderNumbers numbers) {
    this.numbers = numbers;
  }

  /**
   * A number to text to.
   *
   * @param country ISO 3166 code of the people that it is for, or null if for all others
   * @param number E.164 form, for links such as {@code sms:+12025550100}
   * @param written as people read and type it
   */
  public record ServiceNumber(String country, String number, String written) {}

  /**
   * The number for people of this country; all numbers if the country is not known. Empty where
   * only the provider knows them (a messaging service without numbers in the configuration).
   *
   * @param country ISO 3166 code of the number that was typed, or null
   */
  public List<ServiceNumber> of(String country) {
    if (country == null) {
      return all();
    }
    String wanted = country.toUpperCase(Locale.ROOT);
    String owner = numbers.byCountry().containsKey(wanted) ? wanted : null;
    return numbers.of(wanted).map(number -> shown(owner, number)).stream().toList();
  }

  private List<ServiceNumber> all() {
    Stream<ServiceNumber> own =
        numbers.byCountry().entrySet().stream()
            .map((Map.Entry<String, String> entry) -> shown(entry.getKey(), entry.getValue()));
    Stream<ServiceNumber> general =
        Stream.of(numbers).map(SenderNumbers::general).filter(Objects::nonNull).map(this::forAll);
    return Stream.concat(own, general).toList();
  }

  private ServiceNumber forAll(String number) {
    return shown(null, number);
  }

  private static ServiceNumber shown(String country, String number) {
    return new ServiceNumber(country, number, SenderNumbers.written(number));
  }
}
