package dev.latchkey.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People search with their own words, in sentences and with mistakes of the keyboard. */
class HelpSearchTests {
  private final HelpCentre help = new HelpCentre(HelpBundles.source());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no text message                      | no-text-message
          code not coming                      | no-text-message
          I did not get a code on my phone     | no-text-message
          sms                                  | no-text-message
          OTP not received                     | no-text-message
          email not coming                     | no-email
          code in spam folder                  | spam-folder
          junk                                 | spam-folder
          wrong code too many times            | code-refused
          I replied STOP                       | blocked-sender
          unblock sender                       | blocked-sender
          carrier outage                       | carrier-delay
          old phone number on file             | old-address
          airplane mode                        | offline
          forgot my password                   | forgot-password
          cannot log in                        | forgot-password
          phone stolen backup code             | lost-phone-backup-code
          lost phone no backup code            | lost-phone
          lost phone but still signed in       | lost-phone-signed-in
          new phone                            | new-phone
          move authenticator to new phone      | new-phone
          changed my number                    | changed-number
          new sim card                         | changed-number
          authenticator code wrong             | app-code-wrong
          google authenticator                 | app-code-wrong
          clock                                | app-code-wrong
          push notification                    | no-login-request
          login request not received           | no-login-request
          what does the number mean            | approve-login-request
          cannot sign in on my phone           | cannot-sign-in-on-phone
          backup code already used             | backup-code-error
          print backup codes                   | using-backup-codes
          lost my backup codes                 | lost-backup-codes
          thunderbird                          | temporary-passwords
          app password                         | temporary-passwords
          nothing works lost everything        | lost-everything
          talk to a human                      | ask-support
          why 24 hours                         | security-hold
          waiting time                         | security-hold
          hacked                               | not-me
          code I did not ask for               | not-me
          somebody called and asked for my code| never-share-codes
          """)
  void H_inEnglish(String query, String topic) {
    assertThat(search(query, Locale.ENGLISH)).startsWith(topic);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          認証コード 届かない       | no-text-message
          認証コードが届かない       | no-text-message
          SMSが来ない               | no-text-message
          ショートメッセージ         | no-text-message
          メールが届きません         | no-email
          迷惑メール                 | spam-folder
          コードが違うと言われる     | code-refused
          着信拒否                   | blocked-sender
          通信障害                   | carrier-delay
          番号が古い                 | old-address
          機内モード                 | offline
          パスワードを忘れました     | forgot-password
          ログインできない           | forgot-password
          スマホをなくしたがバックアップコードがある | lost-phone-backup-code
          スマホを盗まれた バックアップコードがない | lost-phone
          機種変更                   | new-phone
          認証アプリの引き継ぎ       | new-phone
          電話番号が変わった         | changed-number
          認証アプリのコードが違う   | app-code-wrong
          プッシュ通知が来ない       | no-login-request
          2桁の番号の意味            | approve-login-request
          スマホでログインできない   | cannot-sign-in-on-phone
          バックアップコードが使えない | backup-code-error
          バックアップコードの作り方 | using-backup-codes
          バックアップコードをなくした | lost-backup-codes
          メールソフト               | temporary-passwords
          サポートに問い合わせたい   | ask-support
          なぜ24時間待つのか         | security-hold
          乗っ取り                   | not-me
          コードを教えてしまった     | never-share-codes
          """)
  void H_inJapanese(String query, String topic) {
    assertThat(search(query, Locale.JAPANESE)).startsWith(topic);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          कोड आला नाही              | no-text-message
          ओटीपी येत नाही            | no-text-message
          मला SMS आला नाही          | no-text-message
          ईमेल आला नाही             | no-email
          स्पॅम                      | spam-folder
          चुकीचा कोड                | code-refused
          SMS ब्लॉक                 | blocked-sender
          मेसेज उशिरा येतो          | carrier-delay
          जुना नंबर                 | old-address
          फ्लाइट मोड                | offline
          पासवर्ड विसरलो            | forgot-password
          लॉगिन होत नाही            | forgot-password
          फोन हरवला बॅकअप कोड आहे   | lost-phone-backup-code
          फोन चोरीला गेला बॅकअप कोड नाही | lost-phone
          नवीन फोन                  | new-phone
          नंबर बदलला                | changed-number
          ऑथेंटिकेटर कोड चुकीचा     | app-code-wrong
          घड्याळ                    | app-code-wrong
          नोटिफिकेशन आले नाही       | no-login-request
          दोन अंकी नंबरचा अर्थ      | approve-login-request
          फोनवर साइन इन होत नाही    | cannot-sign-in-on-phone
          बॅकअप कोड चालत नाही       | backup-code-error
          बॅकअप कोड छापा            | using-backup-codes
          बॅकअप कोड हरवले           | lost-backup-codes
          तात्पुरता पासवर्ड         | temporary-passwords
          सपोर्टला विचारा           | ask-support
          24 तास का थांबायचे        | security-hold
          खाते हॅक झाले             | not-me
          कोणी फोन करून कोड विचारला | never-share-codes
          """)
  void H_inMarathi(String query, String topic) {
    assertThat(search(query, HelpBundles.MARATHI)).startsWith(topic);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ｓｍｓ", "SMS", "  sms!!", "s\u00ADms", "\u202Esms\u202C"})
  void caseWidthAndWhatCannotBeSeen_doNotMatter(String query) {
    assertThat(search(query, Locale.ENGLISH)).isEqualTo(search("sms", Locale.ENGLISH)).isNotEmpty();
  }

  @Test
  void halfWidthKatakana_isRead() {
    assertThat(search("ﾒｰﾙ", Locale.JAPANESE)).isEqualTo(search("メール", Locale.JAPANESE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"xyzzy", "🙂", "?!", "${7*7}", "\u0000", "a", "\uD83D", "の"})
  void nothingFits_isAnEmptyList(String query) {
    assertThat(search(query, Locale.ENGLISH)).isEmpty();
  }

  @Test
  void unknownWords_doNotHideTheRest() {
    assertThat(search("my nokia 3310 gets no text message zzzz", Locale.ENGLISH))
        .startsWith("no-text-message");
  }

  static Stream<String> titles() {
    return HelpTopics.all().stream().map(HelpTopic::key);
  }

  @ParameterizedTest
  @MethodSource("titles")
  void H_eachTopic_isFoundByItsTitle_andByEachOfItsKeywords(String topic) {
    for (Locale language : HelpBundles.LANGUAGES) {
      HelpArticle article = help.article(topic, language).orElseThrow();
      assertThat(search(article.title(), language)).startsWith(topic);
      for (String keyword : article.keywords()) {
        assertThat(search(keyword, language)).as(keyword).contains(topic);
      }
    }
  }

  private List<String> search(String query, Locale language) {
    return help.search(query, language).stream().map(found -> found.topic().key()).toList();
  }
}
