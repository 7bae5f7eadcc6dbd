package dev.latchkey.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.testing.FreshH2;
import dev.latchkey.testing.Guest;
import dev.latchkey.testing.Persona;
import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** T20: whoever reads the log, or sees addresses in a browser's history, learns no secret. */
@ExtendWith(OutputCaptureExtension.class)
@ContextConfiguration(initializers = FreshH2.class)
class SecretsInTheLogTests extends RecoveryScene {
  private static final List<String> TALKATIVE =
      List.of("dev.latchkey", "org.springframework", "org.camunda");
  private static final String COOKIE = "latchkey_recovery";

  @Autowired private WebApplicationContext context;
  @Autowired private ObjectMapper json;
  private final LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
  private final List<String> secrets = new ArrayList<>();
  private final List<String> addresses = new ArrayList<>();
  private MockMvc web;
  private Cookie cookie;

  @BeforeEach
  void logEverything() {
    web = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    TALKATIVE.forEach(logger -> logging.setLogLevel(logger, LogLevel.DEBUG));
  }

  @AfterEach
  void logAsBefore() {
    TALKATIVE.forEach(logger -> logging.setLogLevel(logger, null));
    logging.setLogLevel("org.camunda", LogLevel.WARN);
  }

  @Test
  void T20_recoveryByEmail_onThePages(CapturedOutput log) throws Exception {
    Persona person = person();
    submit(post("/").param("identifier", person.emailAddress()));
    engine.runJobs();
    String mailbox = person.emailAddress();
    String code = secret(post.codeAt(mailbox));
    String link = secret(post.linkAt(mailbox));
    String objection = secret(post.objectionAt(mailbox));
    submit(answer("/recovery/code").param("message", "CodeEntered").param("code", wrong(code)));
    follow("/recovery/link?t=" + link);
    submit(post("/recovery/link").param("t", link));
    choosePassword();
    follow("/not-me?t=" + objection);
    submit(post("/not-me").param("t", objection));

    assertKeptSecret(log);
  }

  @Test
  void T20_recoveryByTextMessage_onThePages(CapturedOutput log) throws Exception {
    Persona person = person();
    submit(post("/").param("identifier", person.phoneNumber()));
    engine.runJobs();
    String code = secret(post.codeAt(person.phoneNumber()));
    submit(answer("/recovery/code").param("message", "CodeEntered").param("code", code));
    choosePassword();

    assertKeptSecret(log);
  }

  @Test
  void T20_recoveryByTextMessage_throughTheRestInterface(CapturedOutput log) throws Exception {
    Persona person = person();
    String token =
        call("/api/v1/recoveries", "", Map.of("identifier", person.phoneNumber()), "token");
    engine.runJobs();
    String code = secret(post.codeAt(person.phoneNumber()));
    String next = answerByApi(token, Map.of("message", "CodeEntered", "code", code));
    secret(GOOD_PASSWORD);
    answerByApi(
        next,
        Map.of("message", "PasswordChosen", "password", GOOD_PASSWORD, "repeated", GOOD_PASSWORD));
    engine.runJobs();

    assertThat(passwordOf(person)).isNotNull();
    assertKeptSecret(log);
  }

  private void choosePassword() throws Exception {
    secret(GOOD_PASSWORD);
    submit(
        answer("/recovery/password")
            .param("password", GOOD_PASSWORD)
            .param("repeated", GOOD_PASSWORD));
    engine.runJobs();
    assertThat(guest().sees().status()).isEqualTo(RecoveryStatus.RESTORED);
    web.perform(get("/recovery").cookie(cookie));
  }

  /**
   * Opens a link of an e-mail. Spring's own DEBUG log names whole addresses: here as by default.
   */
  private void follow(String link) throws Exception {
    logAsBefore();
    assertThat(web.perform(get(link)).andReturn().getResponse().getStatus()).isEqualTo(200);
    logEverything();
  }

  private MockHttpServletRequestBuilder answer(String path) {
    return post(path).param("step", String.valueOf(guest().sees().stepNumber()));
  }

  private Guest guest() {
    return Guest.with(recoveries, cookie.getValue());
  }

  /** Sends a form as a browser does; keeps the cookie and the address that it is led to. */
  private void submit(MockHttpServletRequestBuilder form) throws Exception {
    MockHttpServletRequestBuilder sent = cookie == null ? form : form.cookie(cookie);
    MockHttpServletResponse response = web.perform(sent.with(csrf())).andReturn().getResponse();
    assertThat(response.getStatus()).isLessThan(500).isNotIn(403, 404);
    if (response.getRedirectedUrl() != null) {
      addresses.add(response.getRedirectedUrl());
    }
    if (response.getCookie(COOKIE) != null) {
      cookie = response.getCookie(COOKIE);
      secret(cookie.getValue());
    }
  }

  private String answerByApi(String token, Map<String, Object> answer) throws Exception {
    Map<String, Object> complete = new HashMap<>(answer);
    complete.put("step", Guest.with(recoveries, token).sees().stepNumber());
    return call("/api/v1/recoveries/current/answers", token, complete, "token");
  }

  private String call(String path, String token, Object body, String member) throws Exception {
    MockHttpServletRequestBuilder request =
        post(path).contentType("application/json").content(json.writeValueAsString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    MockHttpServletResponse response = web.perform(request).andReturn().getResponse();
    assertThat(response.getStatus()).as(response.getContentAsString()).isBetween(200, 299);
    return secret(json.readTree(response.getContentAsString()).at("/" + member).asText());
  }

  private String secret(String value) {
    secrets.add(value);
    return value;
  }

  private void assertKeptSecret(CapturedOutput log) {
    assertThat(log.getAll().contains("DEBUG")).as("Something was logged").isTrue();
    assertThat(secrets).hasSizeGreaterThan(2).doesNotContain("");
    for (String secret : secrets) {
      Pattern alone =
          Pattern.compile("(?<![0-9A-Za-z])" + Pattern.quote(secret) + "(?![0-9A-Za-z])");
      assertThat(log.getAll().lines().filter(line -> alone.matcher(line).find()))
          .as(secret)
          .isEmpty();
      assertThat(addresses).as(secret).noneMatch(address -> address.contains(secret));
    }
  }
}
