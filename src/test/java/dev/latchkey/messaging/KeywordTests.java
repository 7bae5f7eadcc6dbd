package dev.latchkey.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "START",
        "GO",
        "YES",
        "UNSTOP",
        "start",
        " Start! ",
        "ＳＴＡＲＴ",
        "\"Go.\"",
        "開始",
        "「開始」",
        "再開",
        "スタート",
        "ｽﾀｰﾄ",
        "सुरू",
        "सुरु",
        "सुरू करा",
        "START\n"
      })
  void E2_wordsThatOptIn(String text) {
    assertThat(Keyword.of(text)).isEqualTo(Keyword.OPT_IN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STOP",
        "STOPALL",
        "Stop all",
        "UNSUBSCRIBE",
        "CANCEL",
        "END",
        "QUIT",
        "OPTOUT",
        "opt-out",
        "Opt out",
        "REVOKE",
        "stop",
        "S T O P",
        "ｓｔｏｐ",
        "Stop.",
        "停止",
        "停止。",
        "配信停止",
        "ストップ",
        "थांबा",
        "थांबा!",
        "थांबवा",
        "बंद",
        "बंद करा"
      })
  void E3_wordsThatOptOut(String text) {
    assertThat(Keyword.of(text)).isEqualTo(Keyword.OPT_OUT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HELP", "INFO", "help?", "Ｉｎｆｏ", "ヘルプ", "ﾍﾙﾌﾟ", "मदत", "माहिती"})
  void E3_wordsThatAskForHelp(String text) {
    assertThat(Keyword.of(text)).isEqualTo(Keyword.HELP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "…", "please don't stop", "go away", "started", "493817", "थां", "止"})
  void anythingElse_isNoKeyword(String text) {
    assertThat(Keyword.of(text)).isEqualTo(Keyword.OTHER);
  }

  @Test
  void noText_orALongOne_isNoKeyword() {
    assertThat(Keyword.of(null)).isEqualTo(Keyword.OTHER);
    assertThat(Keyword.of("STOP" + " ".repeat(5000))).isEqualTo(Keyword.OTHER);
  }
}
