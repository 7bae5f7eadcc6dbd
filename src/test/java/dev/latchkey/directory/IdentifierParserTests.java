package dev.latchkey.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.Misconfigured;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierParserTests {
  private final IdentifierParser parser =
      new IdentifierParser(new PhoneNumbers(List.of("JP", "IN", "US", "GB", "DE")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aiko@example.com",
        "  Aiko@Example.COM ",
        "ａｉｋｏ＠ｅｘａｍｐｌｅ．ｃｏｍ",
        "\u3000aiko@example.com\u3000"
      })
  void A1_anEmailAddressInAnyCaseAndWidth(String typed) {
    assertThat(parser.parse(typed))
        .contains(new Identifier(IdentifierKind.EMAIL, List.of("aiko@example.com")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+81 90-1234-5678",
        "+819012345678",
        "090-1234-5678",
        "09012345678",
        "(090) 1234 5678",
        "０９０−１２３４−５６７８",
        "０９０ー１２３４ー５６７８",
        "＋８１（９０）１２３４．５６７８",
        "०९०१२३४५६७८",
        "010 81 90 1234 5678"
      })
  void A1_aPhoneNumberInAnyCommonNotation(String typed) {
    Identifier identifier = parser.parse(typed).orElseThrow();

    assertThat(identifier.kind()).isEqualTo(IdentifierKind.PHONE);
    assertThat(identifier.canonical()).isEqualTo("+819012345678");
  }

  @Test
  void A1_aNationalNumberHasAReadingForEachHomeCountryInWhichItIsValid() {
    Identifier identifier = parser.parse("98765 43210").orElseThrow();

    assertThat(identifier.candidates()).contains("+919876543210");
    assertThat(parser.parse("(202) 555-0143").orElseThrow().candidates()).contains("+12025550143");
    assertThat(parser.parse("+12025550143").orElseThrow().candidates())
        .containsExactly("+12025550143");
  }

  @ParameterizedTest
  @ValueSource(strings = {"aiko", "AIKO", " Aiko ", "ａｉｋｏ"})
  void A1_aUserName(String typed) {
    assertThat(parser.parse(typed))
        .contains(new Identifier(IdentifierKind.USER_NAME, List.of("aiko")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"रवी.पाटील", "田中愛子", "erin_walsh-2", "jürgen"})
  void A1_aUserNameInAnyScript(String typed) {
    assertThat(parser.parse(typed))
        .contains(new Identifier(IdentifierKind.USER_NAME, List.of(typed)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@example.com\r\nBcc: b@example.com",
        "a@example.com\n",
        "a@example.com,b@example.com",
        "a@example.com;b@example.com",
        "<a@example.com>",
        "Aiko <a@example.com>",
        "＜a@example.com＞",
        "a@example.com b@example.com",
        "a@b@example.com",
        "a\u760Db@example.com",
        "a@exam\u760Aple.com",
        "\"a b\"@example.com",
        "a(comment)@example.com",
        "ai\u212Ao@example.com",
        "a\u0131ko@example.com",
        "\uFB01@example.com",
        "a\u200Biko@example.com",
        "aiko@example.com\u0000",
        "a@localhost",
        "a@[127.0.0.1]",
        "@example.com",
        "a@",
        ".a@example.com",
        "a..b@example.com"
      })
  void T14_nothingButOnePlainAddressIsTaken(String typed) {
    assertThat(parser.parse(typed.endsWith("\n") ? typed + "x" : typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${7*7}",
        "#{7*7}",
        "*{7*7}",
        "<script>alert(1)</script>",
        "aiko\u202Eadmin",
        "aiko\u2066",
        "aiko\u0007",
        "aiko' or '1'='1",
        "../../etc/passwd",
        "ai\u212Ao",
        "ﬁona",
        "a b"
      })
  void T15_userNamesHaveNoMarkupNoExpressionsAndNoHiddenCharacters(String typed) {
    assertThat(parser.parse(typed)).isEmpty();
  }

  @Test
  void A1_nothingAndTooMuchAreNoIdentifier() {
    assertThat(parser.parse(null)).isEmpty();
    assertThat(parser.parse("")).isEmpty();
    assertThat(parser.parse("   ")).isEmpty();
    assertThat(parser.parse("a".repeat(101))).isEmpty();
    assertThat(parser.parse("a".repeat(310) + "@example.com")).isEmpty();
    assertThat(parser.parse("1".repeat(100_000))).isEmpty();
  }

  @Test
  void aHomeRegionThatDoesNotExist_stopsTheStartWithAClearMessage() {
    assertThatExceptionOfType(Misconfigured.class)
        .isThrownBy(() -> new PhoneNumbers(List.of("JP", "Japan")))
        .withMessageContaining("latchkey.directory.home-regions")
        .withMessageContaining("Japan");
  }
}
