package dev.latchkey.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the languages make of moments, and whose language is taken. */
class IcuMessagesTests {
  private static final Instant MOMENT = Instant.parse("2026-09-30T09:05:00Z");
  private final IcuMessages pages = new IcuMessages("messages");
  private final IcuMessages outgoing = new IcuMessages("messages/outgoing");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | 30 September 2026 at 09:05 UTC | 30 Sept 2026, 09:05 UTC",
        "ja | 2026年9月30日 9:05 UTC | 2026年9月30日 9:05 UTC",
        "mr | 30 सप्टेंबर, 2026 रोजी 9:05 वाजता UTC | 30 सप्टें, 2026, 9:05 UTC"
      })
  void moment_isWrittenAsInTheLanguage_withDigitsThatPeopleType(
      String language, String onPages, String inMessages) {
    assertThat(written(pages, "time.utc", language)).isEqualTo(onPages);
    assertThat(written(outgoing, "date-time", language)).isEqualTo(inMessages);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | about an hour, about 5 hours | None, 1 left, 3 left",
        "ja | 約1時間, 約5時間 | なし, 残り1個, 残り3個",
        "mr | सुमारे एक तास, सुमारे 5 तास | एकही नाही, 1 शिल्लक, 3 शिल्लक"
      })
  void number_hasTheFormsOfTheLanguage(String language, String hours, String codes) {
    assertThat(numbers("step.await-review.hours", language, 1, 5)).isEqualTo(hours);
    assertThat(numbers("account.backup-codes.state", language, 0, 1, 3)).isEqualTo(codes);
  }

  private String numbers(String key, String language, Integer... numbers) {
    return Stream.of(numbers)
        .map(n -> pages.getMessage(key, new Object[] {n}, Locale.forLanguageTag(language)))
        .collect(Collectors.joining(", "));
  }

  @Test
  void language_isTheFirstThatThereIs() {
    assertThat(closest("fr", "mr-IN", "en")).hasToString("mr");
    assertThat(closest("ja-JP", "mr")).hasToString("ja");
    assertThat(closest("fr", "und")).hasToString("en");
  }

  private static String written(IcuMessages texts, String key, String language) {
    return texts.getMessage(key, new Object[] {MOMENT}, Locale.forLanguageTag(language));
  }

  private static Locale closest(String... wanted) {
    return Languages.closest(List.of(wanted).stream().map(Locale::forLanguageTag).toList());
  }
}
