package dev.latchkey.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.latchkey.account.AppPasswords;
import dev.latchkey.account.AppSignIn;
import dev.latchkey.account.LoginDevices;
import dev.latchkey.account.Sessions;
import dev.latchkey.account.SignIn;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.flow.FlowMoves;
import dev.latchkey.flow.FlowVersions;
import dev.latchkey.help.AdviceTable;
import dev.latchkey.help.DeliveryNews;
import dev.latchkey.help.HelpCentre;
import dev.latchkey.help.Incidents;
import dev.latchkey.help.ServiceNotices;
import dev.latchkey.help.ServiceStatus;
import dev.latchkey.messaging.Deliveries;
import dev.latchkey.messaging.MessagingProperties;
import dev.latchkey.messaging.SenderNumbers;
import dev.latchkey.process.AdviceTableOnPaper;
import dev.latchkey.proof.LoginRequests;
import dev.latchkey.recovery.OwnSteps;
import dev.latchkey.recovery.TypedCountries;
import dev.latchkey.review.AskedFacts;
import dev.latchkey.review.CaseFiles;
import dev.latchkey.review.Inquiries;
import dev.latchkey.review.ReviewFacts;
import dev.latchkey.review.Reviews;
import dev.latchkey.review.evidence.EvidenceDesk;
import dev.latchkey.review.evidence.EvidenceFiles;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.Controller;

/**
 * Pages and REST interface alone, over a fake service and behind the real security wiring: no
 * engine, no database. Not annotated as a configuration, so that scans for the real application
 * pass it by.
 */
@EnableAutoConfiguration
@Import(HelpCentre.class)
@ComponentScan({"dev.latchkey.web", "dev.latchkey.api", "dev.latchkey.language"})
@ComponentScan(
    basePackages = "dev.latchkey.security",
    useDefaultFilters = false,
    includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.WebSecurity"))
@ComponentScan(
    basePackages = "dev.latchkey.help",
    useDefaultFilters = false,
    includeFilters =
        @Filter(
            type = FilterType.REGEX,
            pattern = ".*\\.(DeliveryAdvisor|AdviceTexts|StartNumbers|ServiceNumbers)"))
@EnableConfigurationProperties(MessagingProperties.class)
public class PagesTestApplication {

  @Bean
  AdviceTable adviceTable() {
    return new AdviceTableOnPaper();
  }

  @Bean
  SenderNumbers senderNumbers() {
    return new SenderNumbers("+12025550100", Map.of("JP", "+815012345678"));
  }

  @Bean
  Deliveries deliveries() {
    return LostCodes.deliveries();
  }

  @Bean
  OwnSteps ownSteps() {
    return OwnStepMocks.steps();
  }

  @Bean
  FakeRecoveryService recoveryService() {
    return new FakeRecoveryService();
  }

  @Bean
  Clock clock() {
    return Clock.fixed(Situations.NOW, ZoneOffset.UTC);
  }

  @Bean
  Reviews reviews() {
    return RequestMocks.reviews();
  }

  @Bean
  ReviewFacts reviewFacts() {
    return mock(ReviewFacts.class);
  }

  @Bean
  AskedFacts askedFacts() {
    return RequestMocks.facts();
  }

  @Bean
  EvidenceFiles evidenceFiles() {
    return RequestMocks.files();
  }

  @Bean
  EvidenceDesk evidenceDesk() {
    return mock(EvidenceDesk.class);
  }

  /** Two questions, the first answered before, and a code that is read out. */
  @Bean
  Inquiries inquiries() {
    Inquiries inquiries = mock(Inquiries.class);
    when(inquiries.current(any())).thenReturn(Optional.of(Situations.inquiry()));
    return inquiries;
  }

  @Bean
  ServiceStatus serviceStatus() {
    return ServiceMocks.status();
  }

  @Bean
  Incidents incidents() {
    return mock(Incidents.class);
  }

  @Bean
  ServiceNotices serviceNotices() {
    return mock(ServiceNotices.class);
  }

  @Bean
  FlowVersions flowVersions() {
    return mock(FlowVersions.class);
  }

  @Bean
  FlowMoves flowMoves() {
    return mock(FlowMoves.class);
  }

  @Bean
  CaseFiles caseFiles() {
    return mock(CaseFiles.class);
  }

  @Bean
  TypedCountries typedCountries() {
    return ServiceMocks.countries();
  }

  @Bean
  DeliveryNews deliveryNews() {
    return mock(DeliveryNews.class);
  }

  @Bean
  SignIn signIn() {
    return mock(SignIn.class);
  }

  @Bean
  Sessions sessions() {
    return mock(Sessions.class);
  }

  @Bean
  AccountDirectory accountDirectory() {
    return mock(AccountDirectory.class);
  }

  @Bean
  FakeSecondSteps secondSteps() {
    return new FakeSecondSteps();
  }

  @Bean
  FakeNewAddresses newAddresses() {
    return new FakeNewAddresses();
  }

  @Bean
  LoginRequests loginRequests() {
    return mock(LoginRequests.class);
  }

  @Bean
  LoginDevices loginDevices() {
    return mock(LoginDevices.class);
  }

  @Bean
  AppPasswords appPasswords() {
    return mock(AppPasswords.class);
  }

  @Bean
  AppSignIn appSignIn() {
    return mock(AppSignIn.class);
  }

  @Bean
  SignInMocks signInMocks(
      Sessions sessions,
      AccountDirectory accounts,
      LoginRequests requests,
      LoginDevices devices,
      AppPasswords passwords) {
    return new SignInMocks(sessions, accounts, requests, devices, passwords);
  }

  @Bean("/mailroom")
  Controller mailroom() {
    return (request, response) ->
        new ModelAndView("mailroom/messages", "messages", SentMessages.newestFirst());
  }
}
