package dev.latchkey.help;

import dev.latchkey.messaging.MessagingProperties;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/**
 * Puts advice into words, from the files {@code advice*.properties}. {@code {0}} stands for the
 * name of the service as its messages give it, {@code {1}} for the sender of its e-mails. An
 * analyst may name a text that is not written yet: a general one stands in, never the bare key.
 */
@Component
public class AdviceTexts {
  private static final String OPT_IN = "opt-in";

  private final MessageSource messages;
  private final StartNumbers numbers;
  private final Object[] names;

  AdviceTexts(MessageSource messages, StartNumbers numbers, MessagingProperties settings) {
    this.messages = messages;
    this.numbers = numbers;
    MessagingProperties.Smtp smtp = settings.smtp();
    String sender = smtp == null ? settings.serviceName() : smtp.from();
    this.names = new Object[] {settings.serviceName(), sender};
  }

  /**
   * The same list in words.
   *
   * @param country ISO 3166 code of the number that was typed, or null
   */
  public List<ToldAdvice> tell(List<Advice> advice, String country, Locale locale) {
    return advice.stream().map(one -> tell(one, country, locale)).toList();
  }

  private ToldAdvice tell(Advice advice, String country, Locale locale) {
    String key = "advice.text." + advice.text();
    boolean asked = advice.certainty() == Advice.Certainty.ASKED;
    return new ToldAdvice(
        advice,
        text(locale, key, "advice.other"),
        asked ? null : text(locale, key + ".more", "advice.other.more"),
        advice.guides().stream().map(guide -> guide(guide, country, locale)).toList(),
        text(locale, key + ".since", "advice.since"));
  }

  private ToldAdvice.Guide guide(String name, String country, Locale locale) {
    String key = "advice.guide." + name;
    List<String> steps = text(locale, key + ".steps", "advice.other.more").lines().toList();
    return new ToldAdvice.Guide(
        name,
        text(locale, key, "advice.other"),
        OPT_IN.equals(name) ? optIn(key, steps, country, locale) : steps);
  }

  /** The number to text to is better than looking for it, where it is known. */
  private List<String> optIn(String key, List<String> search, String country, Locale locale) {
    List<String> named = numbers.tell(country, locale);
    return Stream.concat(
            (named.isEmpty() ? search : named).stream(), Stream.of(text(locale, key + ".then")))
        .toList();
  }

  private String text(Locale locale, String... keys) {
    return messages.getMessage(new DefaultMessageSourceResolvable(keys, names), locale);
  }
}
