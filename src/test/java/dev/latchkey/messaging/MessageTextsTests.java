package dev.latchkey.messaging;

import static dev.latchkey.messaging.MessagingFixture.CODE_FACTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.directory.AccountChange;
import dev.latchkey.language.Languages;
import dev.latchkey.messaging.Sender.OutgoingMessage;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessageTextsTests {
  private static final Map<String, String> ALL_FACTS =
      Map.of(
          "code", "493817",
          "minutes", "10",
          "link", "/recovery/link?t=abc&x=1",
          "objection", "/objection?t=x",
          "when", "2026-03-01T09:05:00Z",
          "until", "2026-03-02T09:05:00Z",
          "reason", "not-convincing",
          "case", "4711",
          "change", "password-changed");

  private final MessageTexts texts =
      MessagingFixture.messageTexts(MessagingFixture.properties(Map.of()));

  @ParameterizedTest
  @EnumSource(Purpose.class)
  void everyPurposeHasATextForEachChannel_inEachLanguage(Purpose purpose) {
    for (Locale language : Languages.all()) {
      StoredMessage text = message(purpose, Channel.TEXT_MESSAGE, language);
      assertThat(texts.write(text, ALL_FACTS).text()).doesNotContain("{");
      if (Purpose.answersToTexts().contains(purpose)) {
        continue;
      }
      OutgoingMessage mail = texts.write(message(purpose, Channel.EMAIL, language), ALL_FACTS);
      assertThat(mail.subject() + mail.text() + mail.html())
          .doesNotContain("{")
          .doesNotContain("''");
      assertThat(mail.locale()).isEqualTo(language);
    }
  }

  @ParameterizedTest
  @EnumSource(AccountChange.class)
  void R13_textMessageOfEachChange_saysWhen(AccountChange change) {
    String text = write(Purpose.ACCOUNT_CHANGED, Channel.TEXT_MESSAGE, longest(change)).text();

    assertThat(text).contains("30 Sept 2026");
  }

  @Test
  void R13_noTwoChangesReadAlike() {
    assertThat(Arrays.stream(AccountChange.values()))
        .extracting(c -> write(Purpose.ACCOUNT_CHANGED, Channel.EMAIL, longest(c)).subject())
        .doesNotHaveDuplicates();
  }

  /** Facts as long as they get: a token of 256 bits, the longest name of a month. */
  private static Map<String, String> longest(AccountChange change) {
    Map<String, String> facts = with(ALL_FACTS, "objection", "/not-me?t=" + "x".repeat(43));
    facts.put("when", "2026-09-30T09:05:00Z");
    facts.put("change", change.key());
    facts.remove("code");
    return facts;
  }

  @Test
  void textMessage_endsWithTheLineForBrowsers() {
    String text = write(Purpose.RECOVERY_CODE, Channel.TEXT_MESSAGE, CODE_FACTS).text();

    assertThat(text.lines().reduce((line, last) -> last)).contains("@recovery.example.com #493817");
    assertThat(text).contains("Latchkey", "account", "493817", "10 minutes");
  }

  @Test
  void A8_A13_mailCarriesTheLinkAndTheObjection() {
    OutgoingMessage mail = write(Purpose.RECOVERY_CODE, Channel.EMAIL, CODE_FACTS);

    assertThat(mail.text())
        .contains("493817", "http://recovery.example.com/recovery/link?t=abc")
        .contains("http://recovery.example.com/o?t=x");
    assertThat(mail.html())
        .contains("493817", "href=\"http://recovery.example.com/recovery/link?t=abc\"")
        .contains("href=\"http://recovery.example.com/o?t=x\"");
    assertThat(mail.subject()).doesNotContain("493817");
  }

  @Test
  void T7_linkToAnotherHost_isAFault() {
    for (String link :
        new String[] {
          "https://evil.example/x",
          "//evil.example/x",
          "http://recovery.example.com.evil.example/",
          "http://recovery.example.com@evil.example/",
          "javascript:alert(1)"
        }) {
      Map<String, String> facts = with(CODE_FACTS, "link", link);
      assertThatThrownBy(() -> write(Purpose.RECOVERY_CODE, Channel.EMAIL, facts))
          .as(link)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void T15_factsAreShownAsText() {
    Map<String, String> facts =
        Map.of("reason", "<script>alert(1)</script> ${7*7} #{7*7} {case} \u202Egnp.exe\r\nBcc: x");

    OutgoingMessage mail = write(Purpose.REVIEW_DECLINED, Channel.EMAIL, facts);
    OutgoingMessage text = write(Purpose.REVIEW_DECLINED, Channel.TEXT_MESSAGE, facts);

    assertThat(mail.html())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; ${7*7} #{7*7} {case} gnp.exe Bcc: x")
        .doesNotContain("<script");
    assertThat(mail.text()).contains("<script>alert(1)</script> ${7*7} #{7*7} {case} gnp.exe Bcc");
    assertThat(text.text()).doesNotContain("\u202E").doesNotContain("\n");
    assertThat(mail.subject()).doesNotContain("script");
  }

  @Test
  void timesAreWrittenOut() {
    assertThat(write(Purpose.ACCESS_RESTORED, Channel.TEXT_MESSAGE, ALL_FACTS).text())
        .contains("1 Mar 2026, 09:05 UTC");
  }

  @Test
  void languageWithoutTexts_isWrittenInEnglishAndSaysSo() {
    OutgoingMessage mail =
        texts.write(message(Purpose.RECOVERY_CODE, Channel.EMAIL, Locale.KOREAN), CODE_FACTS);

    assertThat(mail.locale()).isEqualTo(Locale.ENGLISH);
    assertThat(mail.html()).contains("<html lang=\"en\">");
  }

  @Test
  void missingFact_isAFaultThatNamesIt() {
    assertThatThrownBy(
            () -> write(Purpose.RECOVERY_CODE, Channel.TEXT_MESSAGE, Map.of("code", "493817")))
        .hasMessageContaining("minutes")
        .hasMessageNotContaining("493817");
  }

  @Test
  void T20_outgoingMessageDoesNotPrintItsText() {
    assertThat(write(Purpose.RECOVERY_CODE, Channel.EMAIL, CODE_FACTS).toString())
        .doesNotContain("493817");
  }

  private OutgoingMessage write(Purpose purpose, Channel channel, Map<String, String> facts) {
    return texts.write(message(purpose, channel, Locale.ENGLISH), facts);
  }

  private static StoredMessage message(Purpose purpose, Channel channel, Locale locale) {
    return new StoredMessage(
        "id",
        "case",
        null,
        purpose,
        channel,
        "target",
        "hash",
        locale,
        MessageState.SENDING,
        null,
        Instant.EPOCH,
        null);
  }

  private static Map<String, String> with(Map<String, String> facts, String key, String value) {
    Map<String, String> changed = new HashMap<>(facts);
    changed.put(key, value);
    return changed;
  }
}
