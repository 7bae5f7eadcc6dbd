package dev.latchkey.messaging;

import static dev.latchkey.messaging.MessagingFixture.CODE_FACTS;
import static dev.latchkey.messaging.MessagingFixture.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.messaging.Sender.OutgoingMessage;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who is answered, how often, and in which language. */
class TextAnswersTests {

  @EachDatabase
  void E3_help_isAnsweredWithHelp(Databases database) {
    var messaging = new MessagingFixture(database);
    texts(messaging, PHONE, Keyword.HELP);

    assertThat(messaging.texts.taken())
        .extracting(OutgoingMessage::text)
        .singleElement()
        .asString()
        .contains("Latchkey", "STOP", MessagingFixture.BASE_URL + "/help");
  }

  @EachDatabase
  void E3_stopAndHelp_areAnsweredAlthoughTheNumberOptedOut(Databases database) {
    var messaging = new MessagingFixture(database);
    messaging.optOuts.note(
        Channel.TEXT_MESSAGE, messaging.hasher.hash(Channel.TEXT_MESSAGE, PHONE));

    assertThat(texts(messaging, PHONE, Keyword.OPT_OUT)).contains(SendOutcome.ACCEPTED);
    assertThat(texts(messaging, PHONE, Keyword.HELP)).contains(SendOutcome.ACCEPTED);
    assertThat(texts(messaging, PHONE, Keyword.OTHER)).isEmpty();
    assertThat(messaging.texts.taken()).hasSize(2);
  }

  @EachDatabase
  void E3_stopTwice_isConfirmedOnce(Databases database) {
    var messaging = new MessagingFixture(database);
    texts(messaging, PHONE, Keyword.OPT_OUT);

    assertThat(texts(messaging, PHONE, Keyword.OPT_OUT)).isEmpty();
  }

  @EachDatabase
  void noKeyword_isAnsweredOnceADay_soThatMachinesDoNotTalkForEver(Databases database) {
    var messaging = new MessagingFixture(database);

    assertThat(texts(messaging, PHONE, Keyword.OTHER)).isPresent();
    assertThat(texts(messaging, PHONE, Keyword.OTHER)).isEmpty();
    messaging.clock.advance(Duration.ofDays(1));
    assertThat(texts(messaging, PHONE, Keyword.OTHER)).isPresent();
  }

  @EachDatabase
  void keywords_areAnsweredFiveTimesADay(Databases database) {
    var messaging = new MessagingFixture(database);
    for (int i = 0; i < 9; i++) {
      texts(messaging, PHONE, i % 2 == 0 ? Keyword.HELP : Keyword.OPT_IN);
    }

    assertThat(messaging.texts.taken()).hasSize(5);
  }

  @EachDatabase
  void T12_manyNumbersOfABlock_areNotAllAnswered(Databases database) {
    var messaging =
        new MessagingFixture(
            database, Map.of("latchkey.messaging.limits.per-prefix-and-hour", "2"));

    assertThat(texts(messaging, "+819012345671", Keyword.HELP)).isPresent();
    assertThat(texts(messaging, "+819012345672", Keyword.HELP)).isPresent();
    assertThat(texts(messaging, "+819012345673", Keyword.HELP)).isEmpty();
    messaging.clock.advance(Duration.ofHours(1));
    assertThat(texts(messaging, "+819012345674", Keyword.HELP)).isPresent();
  }

  @EachDatabase
  void T12_numbersOfOtherCountries_areNotAnswered(Databases database) {
    var messaging = new MessagingFixture(database);

    assertThat(texts(messaging, "+33612345678", Keyword.HELP)).isEmpty();
    assertThat(texts(messaging, "+19005551234", Keyword.HELP)).isEmpty();
  }

  @EachDatabase
  void whatTheProviderAnswers_isNotAnsweredTwice(Databases database) {
    var messaging = new MessagingFixture(database);
    InboundText text = messaging.textFrom(PHONE, Keyword.HELP, true);

    assertThat(messaging.answers.intend(text)).isEmpty();
  }

  @EachDatabase
  void R8_answers_areNoCodes_andCountForNoLimit(Databases database) {
    var messaging = new MessagingFixture(database);
    texts(messaging, PHONE, Keyword.HELP);

    assertThat(messaging.claim(Channel.TEXT_MESSAGE, PHONE, "client").decision())
        .isEqualTo(LimitVerdict.Decision.ALLOWED);
  }

  @EachDatabase
  void H_answer_isInTheLanguageOfTheNewestMessage_elseOfTheCountry(Databases database) {
    var messaging = new MessagingFixture(database);
    assertThat(languageTo(messaging, "+819012345677")).isEqualTo(Locale.JAPANESE);
    assertThat(languageTo(messaging, "+919812345678")).isEqualTo(Locale.ENGLISH);

    messaging.outbox.send(messaging.codeTo(PHONE), CODE_FACTS);
    assertThat(languageTo(messaging, PHONE)).isEqualTo(Locale.ENGLISH);
  }

  private static Locale languageTo(MessagingFixture messaging, String number) {
    return messaging.languages.of(number, messaging.hasher.hash(Channel.TEXT_MESSAGE, number));
  }

  private static Optional<SendOutcome> texts(
      MessagingFixture messaging, String number, Keyword keyword) {
    InboundText text = messaging.textFrom(number, keyword, false);
    Optional<String> answer = messaging.inTransaction(() -> messaging.answers.intend(text));
    return answer.map(messaging.answers::send);
  }
}
