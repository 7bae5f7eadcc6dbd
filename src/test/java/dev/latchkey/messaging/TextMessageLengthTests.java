package dev.latchkey.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.directory.AccountChange;
import dev.latchkey.language.Languages;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A code is one segment in every language: it arrives whole, and is paid for once. Other text
 * messages are as short as a link allows. Facts are as long as they get, the address of the
 * installation is of usual length.
 */
class TextMessageLengthTests {
  private static final Logger LOG = LoggerFactory.getLogger(TextMessageLengthTests.class);
  private static final Set<Purpose> CODES =
      Set.of(
          Purpose.RECOVERY_CODE,
          Purpose.NEW_ADDRESS_CODE,
          Purpose.CONTACT_CODE,
          Purpose.CHALLENGE_CODE,
          Purpose.SIGN_IN_CODE);

  /** Written in English to staff, or to the contact of a support request, which is a mailbox. */
  private static final Set<Purpose> BY_MAIL_ALONE =
      Set.of(
          Purpose.REVIEW_QUESTIONS,
          Purpose.REVIEW_UNANSWERED,
          Purpose.REVIEW_DECLINED,
          Purpose.REVIEW_APPROVED,
          Purpose.REVIEW_WAITING,
          Purpose.REVIEW_OVERDUE,
          Purpose.SUPPORT_ALERT,
          Purpose.CHANGE_ALERT);

  private static final Map<String, Integer> NOTICES = Map.of("en", 1, "ja", 2, "mr", 3);

  private static final Map<String, String> LONGEST_FACTS =
      Map.of(
          "minutes", "10",
          "link", "/",
          "objection", "/not-me?t=" + "x".repeat(43),
          "when", "2026-09-30T20:05:00Z",
          "until", "2026-09-30T20:05:00Z",
          "reason", "not-convincing",
          "case", "00000000");

  private static final StringBuilder TABLE = new StringBuilder();

  private final MessageTexts texts =
      new MessageTexts(
          new MessagingConfiguration().outgoingTexts(),
          new Links("https://recovery.example.com"),
          MessagingFixture.properties(Map.of()));

  static List<Arguments> purposes() {
    return Arrays.stream(Purpose.values())
        .filter(purpose -> !BY_MAIL_ALONE.contains(purpose))
        .flatMap(purpose -> Languages.all().stream().map(l -> Arguments.of(purpose, l)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("purposes")
  void textMessage_isAsFewSegments_asItsPurposeAllows(Purpose purpose, Locale language) {
    Segments segments =
        Arrays.stream(AccountChange.values())
            .map(change -> Segments.of(write(purpose, language, change)))
            .max(Comparator.comparingInt(Segments::units))
            .orElseThrow();

    TABLE.append(
        String.format(
            Locale.ROOT,
            "%-22s %s  %-5s %3d characters  %d%n",
            purpose.key(),
            language,
            segments.gsm() ? "GSM-7" : "UCS-2",
            segments.units(),
            segments.count()));
    assertThat(segments.gsm()).isEqualTo(language.equals(Locale.ENGLISH));
    assertThat(segments.count())
        .isLessThanOrEqualTo(CODES.contains(purpose) ? 1 : NOTICES.get(language.getLanguage()));
  }

  @AfterAll
  static void printSegments() {
    LOG.info("Segments of text messages:\n{}", TABLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "160 | a | 1",
        "161 | a | 2",
        "306 | a | 2",
        "307 | a | 3",
        "80 | € | 1",
        "81 | € | 2"
      })
  void gsmText_isCountedInSeptets(int times, String character, int segments) {
    assertThat(Segments.of(character.repeat(times)).count()).isEqualTo(segments);
  }

  @ParameterizedTest
  @CsvSource({"70, 1", "71, 2", "134, 2", "135, 3"})
  void otherText_isCountedInSixteenBits(int length, int segments) {
    assertThat(Segments.of("あ" + "a".repeat(length - 1)).count()).isEqualTo(segments);
  }

  @Test
  void oneCharacterOutsideTheAlphabet_makesTheWholeTextTwiceAsLong() {
    assertThat(Segments.of("a".repeat(100) + "’").count()).isEqualTo(2);
  }

  private String write(Purpose purpose, Locale language, AccountChange change) {
    Map<String, String> facts = new HashMap<>(LONGEST_FACTS);
    facts.put("change", change.key());
    if (CODES.contains(purpose)) {
      facts.put("code", "493817");
    }
    StoredMessage message =
        new StoredMessage(
            "id",
            "case",
            null,
            purpose,
            Channel.TEXT_MESSAGE,
            "target",
            "hash",
            language,
            MessageState.SENDING,
            null,
            Instant.EPOCH,
            null);
    return texts.write(message, facts).text();
  }
}
