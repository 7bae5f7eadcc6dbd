package dev.latchkey.messaging;

import dev.latchkey.messaging.Sender.OutgoingMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes messages from {@code messages/outgoing.properties} and the facts of the moment. */
@Component
class MessageTexts {
  private final MessageSource source;
  private final Links links;
  private final String serviceName;

  MessageTexts(
      @Qualifier(MessagingConfiguration.OUTGOING_TEXTS) MessageSource source,
      Links links,
      MessagingProperties properties) {
    this.source = source;
    this.links = links;
    this.serviceName = properties.serviceName();
  }

  /**
   * The message in the language of its row, or in English where that language has no texts yet.
   *
   * @throws IllegalArgumentException when a fact that the text needs is missing
   */
  OutgoingMessage write(StoredMessage message, Map<String, String> given) {
    Locale wanted = message.locale();
    Locale written = Locale.forLanguageTag(text("language", wanted));
    Map<String, String> facts = prepare(given, wanted);
    String key = "message." + message.purpose().key();
    return message.channel() == Channel.TEXT_MESSAGE
        ? textMessage(message, text(key + ".text", wanted), facts, written)
        : mail(
            message, text(key + ".subject", wanted), text(key + ".mail", wanted), facts, written);
  }

  private OutgoingMessage textMessage(
      StoredMessage message, String template, Map<String, String> facts, Locale written) {
    String text = TextTemplate.fill(template, facts) + domainBound(facts.get("code"));
    return new OutgoingMessage(
        message.id(), message.target(), null, text, null, written, validity(facts));
  }

  private static OutgoingMessage mail(
      StoredMessage message,
      String subjectTemplate,
      String template,
      Map<String, String> facts,
      Locale written) {
    String subject = TextTemplate.fill(subjectTemplate, facts);
    return new OutgoingMessage(
        message.id(),
        message.target(),
        subject,
        TextTemplate.fill(template, facts),
        MailHtml.write(written, subject, template, facts),
        written,
        validity(facts));
  }

  private static Duration validity(Map<String, String> facts) {
    String minutes = facts.get("minutes");
    return minutes == null ? null : Duration.ofMinutes(Long.parseLong(minutes));
  }

  /** The last line that lets a browser on this host, and no other, fill the code in (WebOTP). */
  private String domainBound(String code) {
    return code == null ? "" : "\n@" + links.host() + " #" + code;
  }

  private Map<String, String> prepare(Map<String, String> given, Locale wanted) {
    Map<String, String> facts = new HashMap<>();
    given.forEach((name, value) -> facts.put(name, TextTemplate.plain(value)));
    facts.put("service", serviceName);
    replace(facts, "link", links::absolute);
    replace(facts, "objection", links::absolute);
    replace(facts, "when", value -> dateTime(value, wanted));
    replace(facts, "until", value -> dateTime(value, wanted));
    replace(facts, "change", value -> source.getMessage("message.change." + value, null, wanted));
    replace(
        facts,
        "reason",
        value -> source.getMessage("message.reason." + value, null, value, wanted));
    return facts;
  }

  private static void replace(
      Map<String, String> facts, String name, UnaryOperator<String> change) {
    facts.computeIfPresent(name, (same, value) -> change.apply(value));
  }

  private String dateTime(String value, Locale wanted) {
    try {
      return source.getMessage("date-time", new Object[] {Instant.parse(value)}, wanted);
    } catch (DateTimeParseException writtenOut) {
      return value;
    }
  }

  private String text(String key, Locale locale) {
    return source.getMessage(key, null, locale);
  }
}
