package dev.latchkey.help;

import dev.latchkey.messaging.MessagingProperties;
import java.util.List;
import java.util.Locale;
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
  private final MessageSource messages;
  private final Object[] names;

  AdviceTexts(MessageSource messages, MessagingProperties settings) {
    this.messages = messages;
    MessagingProperties.Smtp smtp = settings.smtp();
    String sender = smtp == null ? settings.serviceName() : smtp.from();
    this.names = new Object[] {settings.serviceName(), sender};
  }

  /** The same list in words. */
  public List<ToldAdvice> tell(List<Advice> advice, Locale locale) {
    return advice.stream().map(one -> tell(one, locale)).toList();
  }

  private ToldAdvice tell(Advice advice, Locale locale) {
    String key = "advice.text." + advice.text();
    boolean asked = advice.certainty() == Advice.Certainty.ASKED;
    return new ToldAdvice(
        advice,
        text(locale, key, "advice.other"),
        asked ? null : text(locale, key + ".more", "advice.other.more"),
        advice.guides().stream().map(guide -> guide(guide, locale)).toList(),
        text(locale, key + ".since", "advice.since"));
  }

  /** Lines are steps. */
  private ToldAdvice.Guide guide(String name, Locale locale) {
    String key = "advice.guide." + name;
    return new ToldAdvice.Guide(
        name,
        text(locale, key, "advice.other"),
        text(locale, key + ".steps", "advice.other.more").lines().toList());
  }

  private String text(Locale locale, String... keys) {
    return messages.getMessage(new DefaultMessageSourceResolvable(keys, names), locale);
  }
}
