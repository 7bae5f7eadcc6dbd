package dev.latchkey.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.latchkey.language.TextFiles;
import dev.latchkey.testing.Persona;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whole recoveries of people who do not read English, and what their messages say. */
class LanguagesInTheBrowserTests extends AccountInTheBrowser {
  private static final String NEW_PASSWORD = "violet harbour lantern 42";

  @Test
  void japanese_fromTheBrowser_codesInJapanese_noticesInTheLanguageOfTheAccount() {
    Persona person = Persona.withPhoneAndEmail().speaking("mr").in(jdbc);
    Person hana = new Person("ja");
    hana.begins(person.phoneNumber());

    String code = codeSentTo(person.phoneNumber(), 1);
    assertThat(post.newestAt(person.phoneNumber())).contains("の復旧コード" + code);
    hana.entersCode(code).choosesPassword();

    isTold(person.phoneNumber(), "तुमच्या खात्याचा पासवर्ड बदलला आहे");
    isTold(person.emailAddress(), "तुमच्या");
    hana.screen.follows(hana.reads("step.done.button"));
    hana.signsIn(person).screen.shows(hana.reads("account.title"));
  }

  @Test
  void marathi_bySwitchOnTheWay_staysThere_andTheNextCodeIsInMarathi() {
    Persona person = Persona.withPhoneAndEmail().in(jdbc);
    Person ravi = new Person("en");
    ravi.begins(person.phoneNumber());
    codeSentTo(person.phoneNumber(), 1);
    assertThat(post.newestAt(person.phoneNumber())).contains("is your code");

    ravi.switchesTo("mr", "मराठी");
    ravi.screen.shows(ravi.reads("step.enter-code.title.text-message"));
    timePasses(Duration.ofMinutes(2));
    String code = codeSentTo(person.phoneNumber(), 2);
    assertThat(post.newestAt(person.phoneNumber())).contains("गुप्त कोड " + code);
    ravi.screen.says(ravi.reads("notice.code-resent"));
    ravi.entersCode(code).choosesPassword();

    isTold(person.phoneNumber(), "your password was changed");
  }

  /** Somebody at a phone, who uses it by the words of their language. */
  private final class Person {
    private final Screen screen;
    private Map<String, String> words;

    Person(String language) {
      screen = new Screen(newPage(390, 844, language), at(""));
      words = words(language);
    }

    private static Map<String, String> words(String language) {
      return TextFiles.ofPages(Locale.forLanguageTag(language));
    }

    String reads(String key) {
      return words.get(key);
    }

    void switchesTo(String language, String name) {
      screen.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
      words = words(language);
    }

    void begins(String identifier) {
      screen
          .opens("/")
          .shows(reads("start.title"))
          .types(reads("start.identifier"), identifier)
          .presses(reads("start.button"))
          .shows(reads("step.enter-code.title.text-message"));
    }

    Person entersCode(String code) {
      screen
          .types(reads("step.enter-code.label"), code)
          .presses(reads("step.enter-code.button"))
          .shows(reads("step.choose-password.title"));
      return this;
    }

    void choosesPassword() {
      screen
          .types(reads("step.choose-password.password"), NEW_PASSWORD)
          .types(reads("step.choose-password.repeated"), NEW_PASSWORD)
          .presses(reads("step.choose-password.button"))
          .shows(reads("step.done.title"));
    }

    Person signsIn(Persona person) {
      screen
          .types(reads("sign-in.identifier"), person.userName())
          .types(reads("sign-in.password"), NEW_PASSWORD)
          .presses(reads("sign-in.button"));
      return this;
    }
  }
}
