package dev.latchkey.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.latchkey.account.Activity;
import dev.latchkey.account.Addresses;
import dev.latchkey.account.AddressesToCheck;
import dev.latchkey.account.AppEnrolment;
import dev.latchkey.account.AppSecret;
import dev.latchkey.account.MoreBackupCodes;
import dev.latchkey.account.PasswordChange;
import dev.latchkey.account.SecondFactor;
import dev.latchkey.account.Session;
import dev.latchkey.directory.PasswordRule;
import dev.latchkey.proof.AuthenticatorApp;
import dev.latchkey.proof.CheckOutcome;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The security settings of the people in {@link People}, for tests of pages alone. */
@TestConfiguration(proxyBeanMethods = false)
class SettingsMocks {
  static final String CODE = "4-7KQF-X2ZD-9HTN-0WAB";
  private static final String LAPTOP =
      "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0";
  static final AppSecret SECRET = new AppSecret("erin", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP");

  @Bean
  PasswordChange passwordChange() {
    PasswordChange passwords = mock(PasswordChange.class);
    when(passwords.change(any(), any(), any(), any(), any()))
        .thenReturn(new PasswordChange.Result.WrongPresent());
    when(passwords.change(any(), eq("right"), any(), any(), any()))
        .thenReturn(new PasswordChange.Result.Weak(PasswordRule.TOO_SHORT, 15));
    when(passwords.change(any(), eq("right"), eq("new"), eq("new"), any()))
        .thenReturn(new PasswordChange.Result.Changed());
    return passwords;
  }

  @Bean
  Addresses addresses() {
    Addresses addresses = mock(Addresses.class);
    when(addresses.remove(any(), any())).thenReturn(Addresses.Removed.UNKNOWN);
    when(addresses.remove(any(), eq("phone"))).thenReturn(Addresses.Removed.SECOND_FACTOR_OFF);
    when(addresses.remove(any(), eq("email"))).thenReturn(Addresses.Removed.REMOVED);
    return addresses;
  }

  @Bean
  AddressesToCheck addressesToCheck() {
    AddressesToCheck toCheck = mock(AddressesToCheck.class);
    when(toCheck.of(argThat(account -> account != null && account.id().equals("full"))))
        .thenReturn(People.full().addresses());
    return toCheck;
  }

  @Bean
  SecondFactor secondFactor() {
    SecondFactor secondFactor = mock(SecondFactor.class);
    when(secondFactor.turnOn(any())).thenReturn(new SecondFactor.TurnOn.Done(List.of(CODE)));
    when(secondFactor.turnOff(any())).thenReturn(true);
    return secondFactor;
  }

  @Bean
  AppEnrolment appEnrolment() {
    AppEnrolment enrolment = mock(AppEnrolment.class);
    when(enrolment.waiting(any())).thenReturn(Optional.of(SECRET));
    when(enrolment.confirm(any(), any())).thenReturn(refused(CheckOutcome.WRONG));
    when(enrolment.confirm(any(), eq("111111"))).thenReturn(refused(CheckOutcome.CLOCK_OFF));
    when(enrolment.confirm(any(), eq("222222"))).thenReturn(refused(CheckOutcome.EXPIRED));
    when(enrolment.confirm(any(), eq("123456")))
        .thenReturn(new AppEnrolment.Confirmation.Added(false, List.of()));
    when(enrolment.confirm(of("aiko"), eq("123456")))
        .thenReturn(new AppEnrolment.Confirmation.Added(true, List.of(CODE)));
    when(enrolment.remove(any())).thenReturn(AppEnrolment.Removed.REMOVED);
    return enrolment;
  }

  @Bean
  AuthenticatorApp authenticatorApp() {
    AuthenticatorApp app = mock(AuthenticatorApp.class);
    when(app.enrolled("erin")).thenReturn(true);
    return app;
  }

  @Bean
  MoreBackupCodes moreBackupCodes() {
    MoreBackupCodes codes = mock(MoreBackupCodes.class);
    when(codes.active("erin")).thenReturn(3);
    when(codes.active("full")).thenReturn(5);
    when(codes.make(any(), anyInt())).thenReturn(List.of(CODE));
    when(codes.make(any(), eq(5)))
        .thenReturn(List.of(CODE, "5-3M8R-QZ41-BVCK-7DYT", "6-00HA-9PFE-XW2S-JG6N"));
    when(codes.make(of("full"), anyInt())).thenReturn(List.of());
    return codes;
  }

  @Bean
  Activity activity() {
    Activity activity = mock(Activity.class);
    when(activity.latest("erin"))
        .thenReturn(
            List.of(
                new Activity.Entry("app-added", LAPTOP, Situations.NOW),
                new Activity.Entry("signed-in", LAPTOP, Situations.NOW),
                new Activity.Entry("credentials-reset", null, Situations.NOW.minusSeconds(86_400)),
                new Activity.Entry(
                    "signed-in", "<b>unknown</b>" + "x".repeat(90), Situations.NOW)));
    return activity;
  }

  private static Session of(String accountId) {
    return argThat(session -> session != null && session.accountId().equals(accountId));
  }

  private static AppEnrolment.Confirmation refused(CheckOutcome why) {
    return new AppEnrolment.Confirmation.Refused(why);
  }
}
