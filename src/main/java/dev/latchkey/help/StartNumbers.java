package dev.latchkey.help;

import dev.latchkey.help.ServiceNumbers.ServiceNumber;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words where to text {@link ServiceNumbers#KEYWORD}. */
@Component
public class StartNumbers {
  private static final String KEY = "advice.guide.opt-in.number";

  private final ServiceNumbers numbers;
  private final MessageSource messages;

  StartNumbers(ServiceNumbers numbers, MessageSource messages) {
    this.numbers = numbers;
    this.messages = messages;
  }

  /**
   * One sentence for each number; empty where only the provider knows them.
   *
   * @param country ISO 3166 code of the number that was typed; null for the numbers of all
   */
  public List<String> tell(String country, Locale reader) {
    List<ServiceNumber> all = numbers.of(country);
    boolean alone = all.size() == 1;
    return all.stream().map(number -> sentence(number, alone, reader)).toList();
  }

  private String sentence(ServiceNumber number, boolean alone, Locale reader) {
    if (alone) {
      return messages.getMessage(KEY, new Object[] {number.written()}, reader);
    }
    if (number.country() == null) {
      return messages.getMessage(KEY + "-elsewhere", new Object[] {number.written()}, reader);
    }
    String country =
        new Locale.Builder().setRegion(number.country()).build().getDisplayCountry(reader);
    return messages.getMessage(KEY + "-from", new Object[] {number.written(), country}, reader);
  }
}
