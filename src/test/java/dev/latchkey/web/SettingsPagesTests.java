package dev.latchkey.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.latchkey.account.Addresses;
import dev.latchkey.account.AddressesToCheck;
import dev.latchkey.account.AppEnrolment;
import dev.latchkey.account.MoreBackupCodes;
import dev.latchkey.account.PasswordChange;
import dev.latchkey.account.SecondFactor;
import dev.latchkey.account.Sessions;
import dev.latchkey.directory.AccountDirectory;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

class SettingsPagesTests extends PageTestBase {
  @Autowired private Sessions sessions;
  @Autowired private AccountDirectory accounts;
  @Autowired private PasswordChange passwords;
  @Autowired private Addresses addresses;
  @Autowired private AddressesToCheck toCheck;
  @Autowired private SecondFactor secondFactor;
  @Autowired private AppEnrolment enrolment;
  @Autowired private MoreBackupCodes codes;

  @BeforeEach
  void peopleSignedInJustNow() {
    reset(sessions, accounts);
    clearInvocations(passwords, addresses, secondFactor, enrolment, codes);
    when(sessions.find(any()))
        .thenAnswer(call -> Optional.of(People.sessionOf(call.getArgument(0))));
    when(sessions.recentlyAuthenticated(any())).thenReturn(true);
    when(accounts.findById(any()))
        .thenAnswer(call -> Optional.of(People.byId(call.getArgument(0))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/account",
        "/account/activity",
        "/account/password",
        "/account/addresses",
        "/account/addresses/remove",
        "/account/second-factor",
        "/account/second-factor/off",
        "/account/app",
        "/account/app/new",
        "/account/app/remove",
        "/account/backup-codes",
        "/account/language"
      })
  void withoutSession_eachPageAsksToSignIn(String path) throws Exception {
    when(sessions.find(any())).thenReturn(Optional.empty());

    visit("erin", path).andExpect(redirectedUrl("/account/sign-in"));
  }

  @ParameterizedTest
  @CsvSource({
    "/account/password, /account/password",
    "/account/addresses, /account/addresses",
    "/account/addresses/remove, /account/addresses",
    "/account/second-factor, /account/second-factor",
    "/account/second-factor/off, /account/second-factor",
    "/account/app, /account/app",
    "/account/app/new, /account/app",
    "/account/app/remove, /account/app",
    "/account/backup-codes, /account/backup-codes"
  })
  void R12_tenMinutesAfterSigningIn_everyChangeAsksAgain_andChangesNothing(String path, String next)
      throws Exception {
    when(sessions.recentlyAuthenticated(any())).thenReturn(false);
    String confirm = "/account/confirm?next=" + next;

    visit("erin", path).andExpect(redirectedUrl(confirm));
    send("erin", path).andExpect(redirectedUrl(confirm));

    verifyNoInteractions(passwords, addresses, enrolment);
    verify(secondFactor, never()).turnOn(any());
    verify(secondFactor, never()).turnOff(any());
    verify(codes, never()).make(any(), anyInt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/account/password",
        "/account/addresses",
        "/account/addresses/remove",
        "/account/second-factor",
        "/account/second-factor/off",
        "/account/app",
        "/account/app/new",
        "/account/app/remove",
        "/account/backup-codes",
        "/account/backup-codes/download",
        "/account/language"
      })
  void T10_aPostWithoutTheFormsToken_isRefused(String path) throws Exception {
    mvc.perform(post(path).cookie(session("erin"))).andExpect(status().isForbidden());
  }

  @Test
  void C4_afterALostFactorWasRemoved_thePersonIsLedToSetUpANewOne() throws Exception {
    visit("sam", "/account")
        .andExpect(content().string(containsString("Set it up now")))
        .andExpect(content().string(containsString("href=\"/account/second-factor\"")));
    visit("erin", "/account").andExpect(content().string(not(containsString("Set it up now"))));
  }

  @Test
  void D6_withoutBackupCodes_thePersonIsLedToMakeNewOnes() throws Exception {
    visit("mia", "/account").andExpect(content().string(containsString("no backup codes left")));
    visit("erin", "/account")
        .andExpect(content().string(not(containsString("no backup codes left"))));
  }

  @Test
  void C1_whoeverSignedInWithABackupCode_isLedToThePhoneSettings() throws Exception {
    visit("erin", "/account?by=backup-code")
        .andExpect(content().string(containsString("Check my phone numbers")));
    visit("erin", "/account?by=anything-else")
        .andExpect(content().string(not(containsString("Check my phone numbers"))));
  }

  @Test
  void T15_whatWasDone_isSaidInOurWordsAlone() throws Exception {
    visit("erin", "/account?done=password-changed")
        .andExpect(content().string(containsString("Your password is changed")));
    visit("erin", "/account?done=anything-else")
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("class=\"notice\""))));
  }

  @Test
  void R21_aWeakPassword_isSaidBesideItsField_andNotShownAgain() throws Exception {
    send("erin", "/account/password", "present", "right", "password", "tiny", "repeated", "tiny")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("id=\"password-problem\"")))
        .andExpect(content().string(containsString("at least 15 characters")))
        .andExpect(content().string(not(containsString("tiny"))));
  }

  @Test
  void R21_aWrongPresentPassword_isSaidBesideItsField() throws Exception {
    send("erin", "/account/password", "present", "wrong")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("id=\"present-problem\"")));
  }

  @Test
  void R21_aGoodPassword_isTaken() throws Exception {
    send("erin", "/account/password", "present", "right", "password", "new", "repeated", "new")
        .andExpect(redirectedUrl("/account?done=password-changed"));
  }

  @Test
  void messages_comeInTheLanguageThatTheHolderChose() throws Exception {
    visit("erin", "/account/language")
        .andExpect(content().string(containsString("value=\"en\" checked=\"checked\"")));
    send("erin", "/account/language", "language", "mr-IN")
        .andExpect(redirectedUrl("/account?done=language-changed"));

    verify(accounts).setLanguage("erin", Locale.forLanguageTag("mr"));
  }

  @Test
  void C5_aNewAddress_goesOnToItsCode() throws Exception {
    send("erin", "/account/addresses", "address", "new@example.com")
        .andExpect(redirectedUrl("/account/new-address"))
        .andExpect(
            header()
                .string(
                    "Set-Cookie",
                    allOf(
                        containsString("latchkey_new_address=new-address-code"),
                        containsString("HttpOnly"),
                        containsString("Secure"))));
  }

  @ParameterizedTest
  @CsvSource({
    "nonsense, that we can send a message to",
    "erin@example.com, have this address already",
    "eleventh@example.com, as many addresses as you can have"
  })
  void C5_anAddressThatCannotBeAdded_isSaidWhy(String typed, String said) throws Exception {
    send("erin", "/account/addresses", "address", typed)
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString(said)))
        .andExpect(content().string(containsString("value=\"" + typed + "\"")));
  }

  @Test
  void C3_removingTheLastPhone_asksFirst_andSaysThatTheSecondFactorIsOff() throws Exception {
    visit("erin", "/account/addresses/remove?id=phone")
        .andExpect(content().string(containsString("+491713920012")));
    verifyNoInteractions(addresses);

    send("erin", "/account/addresses/remove", "id", "phone")
        .andExpect(redirectedUrl("/account?done=address-removed-factor-off"));
  }

  @Test
  void T11_anAddressOfSomebodyElse_isNotFound() throws Exception {
    visit("erin", "/account/addresses/remove?id=other").andExpect(status().isNotFound());
    send("erin", "/account/addresses/remove", "id", "other").andExpect(status().isNotFound());
  }

  @Test
  void R13_theLastConfirmedAddress_hasNoWayToRemoveIt() throws Exception {
    visit("sam", "/account/addresses")
        .andExpect(content().string(not(containsString("remove?id=phone"))))
        .andExpect(content().string(containsString("remove?id=unconfirmed")));
  }

  @Test
  void D1_turningOn_showsTheBackupCodeOnce() throws Exception {
    send("sam", "/account/second-factor")
        .andExpect(status().isOk())
        .andExpect(header().string("Cache-Control", containsString("no-store")))
        .andExpect(content().string(containsString(SettingsMocks.CODE)));
  }

  @Test
  void C4_turningOff_asksFirst() throws Exception {
    visit("erin", "/account/second-factor/off")
        .andExpect(content().string(containsString("Yes, turn it off")));
    verify(secondFactor, never()).turnOff(any());

    send("erin", "/account/second-factor/off")
        .andExpect(redirectedUrl("/account?done=second-factor-off"));
  }

  @Test
  void R5_theSecret_isShownAsPictureAndText_andNotCached() throws Exception {
    visit("erin", "/account/app/new")
        .andExpect(header().string("Cache-Control", containsString("no-store")))
        .andExpect(content().string(containsString(SettingsMocks.SECRET.typed())))
        .andExpect(content().string(containsString(" d=\"M0 0h1v1h-1z")))
        .andExpect(content().string(containsString("aria-label=\"QR code")));
  }

  @ParameterizedTest
  @CsvSource({"000000, not the code that the app shows", "111111, clock of the device"})
  void B6_aRefusedFirstCode_isSaidWhy_andTheSecretStays(String code, String said) throws Exception {
    send("erin", "/account/app/new", "code", code)
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString(said)))
        .andExpect(content().string(containsString(SettingsMocks.SECRET.typed())));
  }

  @Test
  void C4_theFirstCode_addsTheApp() throws Exception {
    send("erin", "/account/app/new", "code", "123456")
        .andExpect(redirectedUrl("/account/app?done=app-added"));
    send("erin", "/account/app/new", "code", "222222")
        .andExpect(redirectedUrl("/account/app?done=app-expired"));
  }

  @Test
  void D1_theFirstApp_turnsTheSecondFactorOn_andShowsABackupCode() throws Exception {
    send("aiko", "/account/app/new", "code", "123456")
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Two-step sign-in is on")))
        .andExpect(content().string(containsString(SettingsMocks.CODE)));
  }

  @Test
  void C4_removingTheApp_asksFirst() throws Exception {
    visit("erin", "/account/app/remove")
        .andExpect(content().string(containsString("Yes, remove it")));
    verify(enrolment, never()).remove(any());

    send("erin", "/account/app/remove").andExpect(redirectedUrl("/account/app?done=app-removed"));
  }

  @Test
  void D2_codesAreMadeOneByOne_orAsASet() throws Exception {
    send("erin", "/account/backup-codes")
        .andExpect(content().string(containsString(SettingsMocks.CODE)));
    verify(codes).make(any(), eq(1));

    send("erin", "/account/backup-codes", "set", "true")
        .andExpect(content().string(containsString("6-00HA-9PFE-XW2S-JG6N")));
    send("full", "/account/backup-codes").andExpect(redirectedUrl("/account/backup-codes"));
  }

  @Test
  void D2_shownCodes_canBeDownloaded_nothingElseCan() throws Exception {
    send("erin", "/account/backup-codes/download", "codes", SettingsMocks.CODE)
        .andExpect(status().isOk())
        .andExpect(header().string("Content-Disposition", containsString("attachment")))
        .andExpect(header().string("Content-Type", containsString("text/plain")))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"))
        .andExpect(content().string(containsString("\n" + SettingsMocks.CODE + "\n")));
    send("erin", "/account/backup-codes/download", "codes", "<script>")
        .andExpect(status().isBadRequest());
  }

  @Test
  void T15_T22_devicesInTheActivity_areNamedInOurWords() throws Exception {
    visit("erin", "/account/activity")
        .andExpect(content().string(containsString("Authenticator app set up")))
        .andExpect(content().string(containsString("Firefox on Linux")))
        .andExpect(content().string(containsString("Another device")))
        .andExpect(content().string(not(containsString("<b>unknown"))));
  }

  private ResultActions visit(String person, String path) throws Exception {
    return mvc.perform(get(path).cookie(session(person)));
  }

  private ResultActions send(String person, String path, String... namesAndValues)
      throws Exception {
    return mvc.perform(form(path, namesAndValues).cookie(session(person)));
  }

  private static Cookie session(String person) {
    return new Cookie(PageCookies.SESSION, person);
  }

  @Test
  void B1_addressThatACodeDidNotReach_isAskedAbout_untilItIsRight() throws Exception {
    for (String path : List.of("/account", "/account/addresses")) {
      mvc.perform(get(path).cookie(new Cookie(PageCookies.SESSION, "full")))
          .andExpect(content().string(containsString("could not be delivered")));
      mvc.perform(get(path).cookie(new Cookie(PageCookies.SESSION, "erin")))
          .andExpect(content().string(not(containsString("could not be delivered"))));
    }
    mvc.perform(
            form("/account/addresses/right", "id", "email")
                .cookie(new Cookie(PageCookies.SESSION, "full")))
        .andExpect(redirectedUrl("/account/addresses"));
    verify(toCheck).isRight(any(), eq("email"));
  }
}
