package dev.latchkey.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.latchkey.account.Sessions;
import dev.latchkey.directory.AccountDirectory;
import jakarta.servlet.http.Cookie;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The language of a page, and the switch that each page has. */
class LanguageTests extends PageTestBase {
  @Autowired private Sessions sessions;
  @Autowired private AccountDirectory accounts;
  @Autowired private FakeSecondSteps secondSteps;
  @Autowired private FakeNewAddresses newAddresses;

  @BeforeEach
  void somebodyWaitsForACode() {
    service.show(Situations.codeByTextMessage());
  }

  @ParameterizedTest
  @CsvSource({"ja-JP, ja", "'fr, mr-IN;q=0.8', mr", "fr, en"})
  void page_isInTheBrowsersBestLanguage_thatWeSpeak(String accepted, String shown)
      throws Exception {
    mvc.perform(get("/").header("Accept-Language", accepted))
        .andExpect(content().string(containsString("<html lang=\"" + shown + "\"")));
  }

  @ParameterizedTest
  @CsvSource({"ja, ja", "fr, en", "<b>, mr"})
  void chosenLanguage_countsMoreThanTheBrowsers_andOneWithoutTextsIsNeverNamed(
      String chosen, String shown) throws Exception {
    mvc.perform(
            get("/")
                .header("Accept-Language", "mr")
                .cookie(new Cookie("latchkey_language", chosen)))
        .andExpect(content().string(containsString("<html lang=\"" + shown + "\"")));
  }

  @Test
  void switch_namesEachLanguageInItself_andTheChosenOneIsMarked() throws Exception {
    mvc.perform(get("/").header("Accept-Language", "ja"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("lang=\"en\">English</button>"),
                        containsString("lang=\"ja\" aria-current=\"true\">日本語</button>"),
                        containsString("lang=\"mr\">मराठी</button>"))));
  }

  @ParameterizedTest
  @CsvSource({
    "/, /",
    "/?gone=1, /?gone=1",
    "/recovery, /recovery",
    "/recovery/cancel, /recovery/cancel",
    "/recovery/link?t=abc-_1, /recovery/link?t=abc-_1",
    "/not-me?t=abc, /not-me?t=abc",
    "/account/sign-in, /account/sign-in",
    "/problems/unusable, /problems/unusable",
    "/recovery/no-such-page, /recovery",
    "/no-such-page, /"
  })
  void switch_comesBackToThePage(String page, String back) throws Exception {
    submit("/language", "language", "mr", "back", page).andExpect(redirectedUrl(back));
  }

  @ParameterizedTest
  @CsvSource({
    "/, /",
    "/?gone=1, /?gone=1",
    "/recovery/cancel, /recovery/cancel",
    "/not-me?t=unknown, /not-me?t=unknown",
    "/account/sign-in, /account/sign-in",
    "/problems/unusable, /problems/unusable"
  })
  void page_saysWhereItsSwitchComesBackTo(String page, String back) throws Exception {
    open(page).andExpect(content().string(containsString("name=\"back\" value=\"" + back + "\"")));
  }

  @Test
  void refusedInput_comesBackToThePageOfItsForm() throws Exception {
    when(sessions.find(any())).thenReturn(Optional.empty());
    submit("/account/sign-in", "identifier", "aiko")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("name=\"back\" value=\"/account/sign-in\"")));
  }

  @Test
  void A13_stoppedRecovery_canBeReadInAnotherLanguage() throws Exception {
    submit("/not-me", "t", "unknown")
        .andExpect(content().string(containsString("name=\"back\" value=\"/not-me?t=unknown\"")));
  }

  @Test
  void D2_codesThatAreShownOnce_areNotLostByASwitch() throws Exception {
    when(sessions.find(any())).thenReturn(Optional.of(People.sessionOf("sam")));
    when(sessions.recentlyAuthenticated(any())).thenReturn(true);
    when(accounts.findById(any())).thenReturn(Optional.of(People.byId("sam")));
    mvc.perform(form("/account/second-factor").cookie(new Cookie(PageCookies.SESSION, "sam")))
        .andExpect(content().string(containsString(SettingsMocks.CODE)))
        .andExpect(content().string(not(containsString("name=\"back\""))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "https://evil.example/",
        "https:evil.example",
        "/recovery@evil.example",
        "/recovery/..//evil.example",
        "/%2F/evil.example",
        "/recovery\r\nLocation: https://evil.example",
        "/;@evil.example",
        "javascript:alert(1)",
        "",
        "?"
      })
  void T8_nothingLeadsElsewhere(String target) throws Exception {
    submit("/language", "language", "ja", "back", target).andExpect(redirectedUrl("/"));
    submit("/language", "language", "ja", "back", "/recovery?t=\r\n" + target)
        .andExpect(redirectedUrl("/recovery"));
  }

  @Test
  void T8_endlessPaths_leadToTheFirstPage_withoutMuchThought() throws Exception {
    submit("/language", "language", "ja", "back", "/a".repeat(4000)).andExpect(redirectedUrl("/"));
  }

  @Test
  void whatIsInProgress_goesOnInTheChosenLanguage_atEachPlace() throws Exception {
    mvc.perform(
            form("/language", "language", "ja", "back", "/recovery")
                .cookie(new Cookie(PageCookies.SECOND_STEP, "sign-in-approval"))
                .cookie(new Cookie(PageCookies.NEW_ADDRESS, "new-address-code")))
        .andExpect(redirectedUrl("/recovery"));

    assertThat(service.changes()).containsExactly("locale ja");
    assertThat(secondSteps.locales()).containsEntry("sign-in-approval", Locale.JAPANESE);
    assertThat(newAddresses.locales()).containsEntry("new-address-code", Locale.JAPANESE);
  }
}
