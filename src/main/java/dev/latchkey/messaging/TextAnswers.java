package dev.latchkey.messaging;

import dev.latchkey.messaging.MessagingProperties.Limits;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers to text messages. Few, so that two machines never talk to each other and nobody makes us
 * send texts for the price of theirs.
 */
@Component
public class TextAnswers {
  private static final Duration DAY = Duration.ofDays(1);
  private static final int MOST_A_DAY = 5;
  private static final Logger LOG = LoggerFactory.getLogger(TextAnswers.class);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final List<String> PURPOSES =
      Purpose.answersToTexts().stream().map(Purpose::key).toList();

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final OptOuts optOuts;
  private final SendLimits limits;
  private final NumberLanguages languages;
  private final MessagingProperties properties;
  private final Clock clock;

  TextAnswers(
      JdbcClient jdbc,
      Outbox outbox,
      OptOuts optOuts,
      SendLimits limits,
      NumberLanguages languages,
      MessagingProperties properties,
      Clock clock) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.optOuts = optOuts;
    this.limits = limits;
    this.languages = languages;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Records that the text message is to be answered. Joins the caller's transaction.
   *
   * @return the id of the answer, or empty if there is to be none
   */
  @Transactional
  public Optional<String> intend(InboundText text) {
    if (text.answered() || !wanted(text) || tooMany(text.sender())) {
      return Optional.empty();
    }
    if (!limits.mayEverBeSentTo(Channel.TEXT_MESSAGE, text.sender())) {
      return Optional.empty();
    }
    return Optional.of(
        outbox.intend(
            new MessageIntent(
                text.id(),
                null,
                answer(text.keyword()),
                Channel.TEXT_MESSAGE,
                text.sender(),
                text.senderHash(),
                null,
                languages.of(text.sender(), text.senderHash()))));
  }

  /**
   * Sends an answer whose intent is committed; see {@link Outbox#send}.
   *
   * @throws TemporarySendFailure when trying again later makes sense
   */
  public SendOutcome send(String messageId) {
    return outbox.send(messageId, Map.of("link", "/help"));
  }

  private boolean wanted(InboundText text) {
    List<Purpose> today = answersOfTheDay(text.senderHash());
    boolean few = today.size() < MOST_A_DAY;
    return switch (text.keyword()) {
      case OPT_IN, HELP -> few;
      case OPT_OUT -> few && !today.stream().findFirst().equals(Optional.of(Purpose.TEXTS_ENDED));
      case OTHER -> today.isEmpty() && !optOuts.contains(text.senderHash());
    };
  }

  /**
   * Many senders at once are no people: neither a block of numbers, nor a country, nor all of them
   * cost us more.
   */
  private boolean tooMany(String sender) {
    Limits caps = properties.limits();
    String block = Targets.prefix(Channel.TEXT_MESSAGE, sender);
    boolean over =
        answersOfTheHour("target_prefix", block) >= caps.perPrefixAndHour()
            || answersOfTheHour("country", Targets.country(Channel.TEXT_MESSAGE, sender))
                >= caps.perCountryAndHour()
            || answersOfTheHour("channel", Channel.TEXT_MESSAGE.name()) >= caps.textsPerHour();
    if (over) {
      LOG.warn("Texts to the service are left without an answer: too many in an hour");
    }
    return over;
  }

  private int answersOfTheHour(String column, String value) {
    return jdbc.sql(
            "select count(*) from message where "
                + column
                + " = :value and created_at > :since and purpose in (:answers)")
        .param("value", value)
        .param("since", SqlTime.of(clock.instant().minus(HOUR)))
        .param("answers", PURPOSES)
        .query(Integer.class)
        .single();
  }

  private static Purpose answer(Keyword keyword) {
    return switch (keyword) {
      case OPT_IN -> Purpose.TEXTS_ALLOWED;
      case OPT_OUT -> Purpose.TEXTS_ENDED;
      case HELP, OTHER -> Purpose.TEXT_HELP;
    };
  }

  /** Newest first. */
  private List<Purpose> answersOfTheDay(String senderHash) {
    return jdbc.sql(
            """
            select purpose from message
            where target_hash = :hash and created_at > :since and purpose in (:answers)
            order by created_at desc, id
            """)
        .param("hash", senderHash)
        .param("since", SqlTime.of(clock.instant().minus(DAY)))
        .param("answers", PURPOSES)
        .query((row, number) -> Purpose.ofKey(row.getString("purpose")))
        .list();
  }
}
