package dev.latchkey.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.secret.SlowHash;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTests {
  private static final SlowHash HASH = new SlowHash();
  private final PasswordPolicy policy = new PasswordPolicy(new CommonPasswords(), HASH);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nine quiet herons wade",
        "xkvwpzjqmbthdnr",
        "七つの静かな鷺が水辺に立っています",
        "correct the battery with a horse",
        "a tangerine on the windowsill",
        "............;,:-_ spaces too"
      })
  void R21_fifteenCharactersOfAnyKindAreTaken(String password) {
    assertThat(check(erin(false), password)).isInstanceOf(PasswordVerdict.Accepted.class);
  }

  @Test
  void R21_fifteenAlone_eightWithASecondFactor() {
    assertThat(check(erin(false), "xkvwpzjqmbthdn")).isEqualTo(refused(PasswordRule.TOO_SHORT, 15));
    assertThat(check(erin(true), "xkvwpzj")).isEqualTo(refused(PasswordRule.TOO_SHORT, 8));
    assertThat(check(erin(true), "xkvwpzjq")).isInstanceOf(PasswordVerdict.Accepted.class);
    assertThat(policy.check(erin(false), null, null))
        .isEqualTo(refused(PasswordRule.TOO_SHORT, 15));
  }

  @Test
  void R21_lengthIsCountedInCharacters_notInUnitsOfAnEncoding() {
    assertThat(check(erin(false), "🦉🐍🦊🐝🌵🍋🎈")).isEqualTo(refused(PasswordRule.TOO_SHORT, 15));
  }

  @Test
  void R21_longPasswordsAreTakenWhole() {
    String longest = "quiet herons wade ".repeat(20).substring(0, 256);
    PasswordVerdict verdict = check(erin(false), "x" + longest.substring(1));

    PasswordHash hash = ((PasswordVerdict.Accepted) verdict).hash();
    assertThat(HASH.matches("x" + longest.substring(1), hash.encoded())).isTrue();
    assertThat(HASH.matches("x" + longest.substring(1, 255), hash.encoded())).isFalse();
    assertThat(check(erin(false), longest + "y")).isEqualTo(refused(PasswordRule.TOO_LONG, 256));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234567",
        "P@ssw0rd2024!!!!",
        "passwordpassword",
        "letmeinletmein1",
        "qwertyuiop12345",
        "qwertyuiopasdfg",
        "123456789012345",
        "aaaaaaaaaaaaaaa",
        "abcabcabcabcabc",
        "1qaz2wsx3edc4rfv",
        "ilovesunshine2024",
        "iloveyouforever",
        "0987654321098765",
        "correcthorsebatterystaple",
        "SUNSHINE!!!!!!!!"
      })
  void A11_R21_commonPasswordsAreRefused(String password) {
    assertThat(check(erin(false), password)).isEqualTo(refused(PasswordRule.COMMON, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "Passw0rd",
        "sunshine1",
        "qwerty123",
        "iloveyou",
        "sakura2024",
        "11111111"
      })
  void A11_R21_shortCommonPasswordsAreRefused_alsoWithASecondFactor(String password) {
    assertThat(check(erin(true), password)).isEqualTo(refused(PasswordRule.COMMON, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "erin likes green tea",
        "Erin.Walsh is my name",
        "the latchkey is mine!",
        "ERINWALSH-and-so-on",
        "call me 491713920012"
      })
  void A11_namesAndAddressesAreRefused(String password) {
    assertThat(check(erin(false), password)).isEqualTo(refused(PasswordRule.CONTAINS_NAME, 0));
  }

  @Test
  void A11_theTwoEntriesMustBeTheSame() {
    assertThat(policy.check(erin(false), "nine quiet herons wade", "nine quiet herons wads"))
        .isEqualTo(refused(PasswordRule.NOT_REPEATED, 0));
  }

  @Test
  void R21_theSamePasswordFromAnotherKeyboardIsTheSame() {
    PasswordVerdict verdict = check(erin(false), "ｎｉｎｅ quiet héron\u0301s wade");

    PasswordHash hash = ((PasswordVerdict.Accepted) verdict).hash();
    String other = PasswordText.normalise("nine quiet he\u0301ron\u0301s wade");
    assertThat(HASH.matches(other, hash.encoded())).isTrue();
  }

  @Test
  void R21_theHashIsSaltedArgon2id_andDoesNotPrint() {
    PasswordVerdict.Accepted one =
        (PasswordVerdict.Accepted) check(erin(false), "nine quiet herons wade");
    PasswordVerdict.Accepted other =
        (PasswordVerdict.Accepted) check(erin(false), "nine quiet herons wade");

    assertThat(one.hash().encoded()).startsWith("$argon2id$").hasSizeLessThan(300);
    assertThat(one.hash()).isNotEqualTo(other.hash());
    assertThat(one.toString()).doesNotContain("argon2");
  }

  private PasswordVerdict check(Account account, String password) {
    return policy.check(account, password, password);
  }

  private static PasswordVerdict refused(PasswordRule rule, int limit) {
    return new PasswordVerdict.Refused(rule, limit);
  }

  private static Account erin(boolean secondFactor) {
    return new Account(
        "id",
        "erinwalsh",
        "Erin Walsh",
        Locale.ENGLISH,
        AccountStatus.ACTIVE,
        AccountKind.STANDARD,
        secondFactor,
        List.of(
            new Address("1", AddressKind.EMAIL, "erin.walsh@example.com", true, true),
            new Address("2", AddressKind.PHONE, "+491713920012", true, true)));
  }
}
