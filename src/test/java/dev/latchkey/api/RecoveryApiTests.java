package dev.latchkey.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.directory.PasswordRule;
import dev.latchkey.help.CodeNews;
import dev.latchkey.help.DeliveryNews;
import dev.latchkey.help.UndeliveredReason;
import dev.latchkey.recovery.Answer;
import dev.latchkey.recovery.AnswerResult;
import dev.latchkey.recovery.OpenResult;
import dev.latchkey.recovery.RecoveryMessage;
import dev.latchkey.recovery.RecoveryStatus;
import dev.latchkey.recovery.RecoveryView;
import dev.latchkey.recovery.form.FormFault;
import dev.latchkey.web.FakeRecoveryService;
import dev.latchkey.web.LostCodes;
import dev.latchkey.web.PagesTest;
import dev.latchkey.web.Situations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The REST interface over a fake service; every response is held against its own description. */
@PagesTest
class RecoveryApiTests {
  private static final String ALL = "/api/v1/recoveries";
  private static final String CURRENT = ALL + "/current";
  private static final String ANSWERS = CURRENT + "/answers";
  private static final String ADVICE = CURRENT + "/advice";
  @Autowired private MockMvc mvc;
  @Autowired private FakeRecoveryService service;
  @Autowired private ObjectMapper json;
  @Autowired private DeliveryNews news;

  @AfterEach
  void forgetTheNews() {
    reset(news);
  }

  @BeforeEach
  void someoneRecovers() {
    service.show(Situations.codeByTextMessage());
  }

  @Test
  void A1_open_returnsTokenAndRecovery() throws Exception {
    MockHttpServletResponse response = open("{\"identifier\": \"aiko@example.com\"}", 201);
    JsonNode body = body(response);
    assertThat(body.at("/token").asText()).isEqualTo(FakeRecoveryService.TOKEN);
    assertThat(body.at("/recovery/step").asText()).isEqualTo("enter-code");
    assertThat(response.getHeader("Cache-Control")).contains("no-store");
    assertThat(service.changes()).containsExactly("open aiko@example.com en 127.0.0.1");
  }

  @Test
  void open_takesTheLanguageThatIsNamed() throws Exception {
    open("{\"identifier\": \"aiko\", \"locale\": \"ja\"}", 201);
    assertThat(service.changes()).containsExactly("open aiko ja 127.0.0.1");
  }

  @Test
  void open_refusesALanguageThatIsNone() throws Exception {
    assertProblem(open("{\"identifier\": \"aiko\", \"locale\": \"!\"}", 422), "unusable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"identifier\": [\"a@example.com\", \"b@example.com\"]}",
        "{\"identifier\": [\"a@example.com\"]}",
        "{\"identifier\": {\"a\": \"b\"}}",
        "{\"identifier\": 12345}",
        "{\"identifier\": true}",
        "{\"identifier\": \"a@example.com\", \"identifier\": \"b@example.com\"}",
        "{\"identifier\": \"a@example.com\", \"email\": \"b@example.com\"}",
        "{\"identifier\": \"a@example.com\"} {}",
        "[{\"identifier\": \"a@example.com\"}]",
        "\"a@example.com\"",
        "",
        "null",
        "{"
      })
  void T6_otherThanTheDescribedJson_isRefusedAndNothingHappens(String body) throws Exception {
    assertProblem(unchecked(post(ALL), body, 400), "unreadable");
    assertThat(service.changes()).isEmpty();
  }

  @Test
  void R8_tooMany_saysHowLongToWait() throws Exception {
    service.openWith(new OpenResult.TooMany(Situations.NOW.plusSeconds(90)));
    MockHttpServletResponse response = open("{\"identifier\": \"aiko\"}", 429);
    assertProblem(response, "too-many");
    assertThat(response.getHeader("Retry-After")).isEqualTo("90");
  }

  @Test
  void A1_unreadableIdentifier_isUnusable() throws Exception {
    service.openWith(new OpenResult.BadIdentifier());
    JsonNode body = assertProblem(open("{\"identifier\": \"?\"}", 422), "unusable");
    assertThat(body.at("/field").asText()).isEqualTo("identifier");
  }

  static Set<String> situations() {
    return Situations.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("situations")
  void read_showsEachStep(String situation) throws Exception {
    RecoveryView view = Situations.all().get(situation);
    service.show(view);
    JsonNode body = body(checked(get(CURRENT), null, 200));
    assertThat(body.at("/step").asText()).isEqualTo(view.step());
    assertThat(body.at("/status").asText()).isEqualTo(view.status().key());
    assertThat(body.has("caseId")).isFalse();
  }

  @Test
  void B1_read_tellsWhatBecameOfTheCode() throws Exception {
    assertThat(body(checked(get(CURRENT), null, 200)).has("delivery")).isFalse();
    when(news.newest(any()))
        .thenReturn(
            Optional.of(
                new CodeNews(
                    "text-message",
                    "undelivered",
                    UndeliveredReason.UNKNOWN_NUMBER,
                    Situations.NOW)));

    JsonNode delivery = body(checked(get(CURRENT), null, 200)).at("/delivery");

    assertThat(delivery.at("/state").asText()).isEqualTo("undelivered");
    assertThat(delivery.at("/cause").asText()).isEqualTo("unknown-number");
    assertThat(delivery.at("/at").asText()).isEqualTo(Situations.NOW.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer unknown", "Bearer", "Basic YTpi", "token-of-the-recovery"})
  void T11_unknownToken_isAnsweredAsNone(String authorization) throws Exception {
    String none = raw(get(CURRENT), 401).getContentAsString();
    MockHttpServletResponse response =
        raw(get(CURRENT).header("Authorization", authorization), 401);
    assertThat(response.getContentAsString()).isEqualTo(none);
    assertThat(response.getHeader("WWW-Authenticate")).isEqualTo("Bearer");
    assertProblem(response, "unknown-recovery");
  }

  @Test
  void code_isTaken_andTheNewTokenReturned() throws Exception {
    service.answerWith(new AnswerResult.Taken("new-token", Situations.choosePassword()));
    JsonNode body = body(answer(ApiExamples.CODE.replace("4,", "5,"), 200));
    assertThat(body.at("/token").asText()).isEqualTo("new-token");
    assertThat(service.changes())
        .containsExactly(new Answer.Code(RecoveryMessage.CODE_ENTERED, "493017"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ApiExamples.CODE,
        ApiExamples.BACKUP_CODE,
        ApiExamples.ANOTHER_WAY,
        ApiExamples.RESEND,
        ApiExamples.STATEMENT,
        ApiExamples.SUPPORT_ANSWER,
        ApiExamples.PASSWORD,
        ApiExamples.FORM
      })
  void eachExample_fitsTheDescription_andReachesTheService(String example) throws Exception {
    String now = example.replaceFirst("\"step\": \\d+", "\"step\": 5");
    answer(now, 200);
    assertThat(service.changes()).hasSize(1);
  }

  @Test
  void F3_whatSupportAsks_standsInTheRecovery() throws Exception {
    service.moveTo(Situations.answerSupport());
    JsonNode asked = body(checked(get(CURRENT), null, 200)).at("/asked");
    assertThat(asked.at("/questions"))
        .map(JsonNode::asText)
        .containsExactly("old-addresses", "account-since");
    assertThat(asked.at("/readOutCode").asBoolean()).isTrue();
  }

  @Test
  void G3_formOfAnOwnStep_standsInTheRecovery() throws Exception {
    service.moveTo(Situations.ownStep());
    JsonNode form = body(checked(get(CURRENT), null, 200)).at("/form");
    assertThat(form.at("/title").asText()).isEqualTo("Answer a security question");
    assertThat(form.at("/schema/components/1/key").asText()).isEqualTo("petName");
    assertThat(form.at("/schema/components/1/validate/maxLength").asInt()).isEqualTo(60);
    assertThat(form.at("/schema/components/3/conditional/hide").asText()).startsWith("=petKind");
  }

  @Test
  void G3_answersOfAnOwnStep_haveTheirTypes_andProblemsAreToldFieldByField() throws Exception {
    service.answerWith(
        new AnswerResult.UnusableForm(
            List.of(new FormFault("petName", "too-long", "60")), Situations.ownStep()));
    JsonNode body = assertProblem(answer(ApiExamples.FORM.replace("6,", "5,"), 422), "unusable");
    assertThat(body.at("/fields/0/field").asText()).isEqualTo("petName");
    assertThat(body.at("/fields/0/problem").asText()).isEqualTo("too-long");
    assertThat(body.at("/fields/0/limit").asText()).isEqualTo("60");
    Map<String, Object> sent = ((Answer.OwnForm) service.changes().get(0)).values();
    assertThat(sent).containsEntry("age", 12).containsEntry("sure", true);
  }

  @Test
  void T1_ofACodeToAnOlderAddress_nothingIsTold() throws Exception {
    service.moveTo(Situations.olderAddress());
    JsonNode recovery = body(checked(get(CURRENT), null, 200));
    assertThat(recovery.has("delivery")).isFalse();
    assertThat(recovery.at("/way").asText()).isEqualTo("human-review");
  }

  @Test
  void T4_answerToAnOlderStep_isNotWaitedFor() throws Exception {
    JsonNode body = assertProblem(answer(ApiExamples.RESEND, 409), "not-waited-for");
    assertThat(body.at("/recovery/stepNumber").asInt()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NotMe", "CodeUndelivered", "RecoveryCancelled", "nonsense"})
  void T4_messageThatIsNotForThePerson_isUnusable(String message) throws Exception {
    String body = "{\"step\": 5, \"message\": \"" + message + "\"}";
    assertProblem(unchecked(post(ANSWERS).headers(bearer()), body, 422), "unusable");
    assertThat(service.changes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"step\": \"5\", \"message\": \"ResendRequested\"}",
        "{\"step\": 5.0, \"message\": \"ResendRequested\"}",
        "{\"step\": 5, \"step\": 5, \"message\": \"ResendRequested\"}",
        "{\"step\": 5, \"message\": \"CodeEntered\", \"code\": 493017}",
        "{\"step\": 5, \"message\": \"CodeEntered\", \"code\": [\"1\", \"2\"]}"
      })
  void T6_answerOfAnotherShape_isRefused(String body) throws Exception {
    assertProblem(unchecked(post(ANSWERS).headers(bearer()), body, 400), "unreadable");
    assertThat(service.changes()).isEmpty();
  }

  @Test
  void A11_weakPassword_namesTheRule() throws Exception {
    service.answerWith(
        new AnswerResult.WeakPassword(PasswordRule.TOO_SHORT, 15, Situations.choosePassword()));
    String example = ApiExamples.PASSWORD.replace("12,", "5,");
    JsonNode body = assertProblem(answer(example, 422), "weak-password");
    assertThat(body.at("/rule").asText()).isEqualTo("too-short");
    assertThat(body.at("/limit").asInt()).isEqualTo(15);
    assertThat(body.toString()).doesNotContain("quiet river");
  }

  @Test
  void unusableInput_namesTheMember() throws Exception {
    service.answerWith(
        new AnswerResult.Unusable("contact", "contact-invalid", Situations.describe()));
    String example = ApiExamples.STATEMENT.replace("9,", "5,");
    JsonNode body = assertProblem(answer(example, 422), "unusable");
    assertThat(body.at("/field").asText()).isEqualTo("contact");
  }

  @Test
  void answerWithoutToken_isRefused() throws Exception {
    assertProblem(unchecked(post(ANSWERS), ApiExamples.RESEND, 401), "unknown-recovery");
  }

  @Test
  void cancel_endsTheRecovery_once() throws Exception {
    checked(delete(CURRENT), null, 204);
    service.moveTo(Situations.closed(RecoveryStatus.CANCELLED));
    assertProblem(checked(delete(CURRENT), null, 409), "not-waited-for");
  }

  @Test
  void cancelWithoutToken_isRefused() throws Exception {
    assertProblem(raw(delete(CURRENT), 401), "unknown-recovery");
  }

  @Test
  void otherAddressMethodOrType_isAProblemDocument() throws Exception {
    assertProblem(raw(get("/api/v1/nothing"), 404), "not-found");
    assertProblem(raw(get(ANSWERS), 405), "not-possible");
    assertProblem(
        raw(post(ALL).contentType(MediaType.TEXT_PLAIN).content("x"), 415), "not-possible");
  }

  @Test
  void B1_advice_tellsFactsFirst_withTheWayOn_thenQuestions() throws Exception {
    service.show(LostCodes.after("unreachable", Situations.codeByTextMessage()));
    JsonNode body = body(checked(get(ADVICE), null, 200));
    assertThat(body.at("/stepNumber").asInt()).isEqualTo(5);
    assertThat(body.at("/advice/0/cause").asText()).isEqualTo("B1");
    assertThat(body.at("/advice/0/certainty").asText()).isEqualTo("known");
    assertThat(body.at("/advice/0/title").asText()).isEqualTo("The number could not be reached.");
    assertThat(body.at("/advice/0/nextWay").asText()).isEqualTo("email");
    assertThat(body.at("/advice/0/since").asText()).isEqualTo("2026-03-01T08:59:30Z");
    assertThat(body.at("/advice/1/certainty").asText()).isEqualTo("asked");
    assertThat(body.at("/advice/1/symptom").asText()).isNotBlank();
    assertThat(service.changes()).isEmpty();
  }

  @Test
  void B7_advice_takesASymptom() throws Exception {
    JsonNode body = body(checked(get(ADVICE).param("symptom", "phone-offline"), null, 200));
    assertThat(body.at("/advice/0/certainty").asText()).isEqualTo("said");
    assertThat(body.at("/advice/0/guides/0/steps")).isNotEmpty();
    assertThat(body.at("/advice/0/nextWay").asText()).isEqualTo("authenticator-app");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "", "<script>", "none"})
  void advice_refusesASymptomThatNobodyIsAskedFor(String symptom) throws Exception {
    JsonNode body =
        assertProblem(checked(get(ADVICE).param("symptom", symptom), null, 422), "unusable");
    assertThat(body.at("/field").asText()).isEqualTo("symptom");
  }

  @Test
  void T6_symptomGivenTwice_isUnusable() throws Exception {
    assertProblem(
        checked(get(ADVICE).param("symptom", "carrier", "uses-app"), null, 422), "unusable");
  }

  @Test
  void advice_isEmptyWhereNoCodeIsWaitedFor() throws Exception {
    service.show(Situations.choosePassword());
    assertThat(body(checked(get(ADVICE), null, 200)).at("/advice")).isEmpty();
  }

  @Test
  void adviceWithoutToken_isRefused() throws Exception {
    assertProblem(raw(get(ADVICE), 401), "unknown-recovery");
  }

  private MockHttpServletResponse open(String body, int status) throws Exception {
    return checked(post(ALL), body, status);
  }

  private MockHttpServletResponse answer(String body, int status) throws Exception {
    return checked(post(ANSWERS), body, status);
  }

  /** Sends a request with the token; request and response must fit the description. */
  private MockHttpServletResponse checked(
      MockHttpServletRequestBuilder request, String body, int status) throws Exception {
    request.headers(bearer());
    MockHttpServletResponse response = unchecked(request, body, status);
    MockHttpServletRequest sent = request.buildRequest(new MockServletContext());
    OpenApiInteractionValidator validator = validator();
    Request.Method method = Request.Method.valueOf(sent.getMethod());
    ValidationReport report =
        validator.validateResponse(sent.getRequestURI(), method, simple(response));
    assertThat(report.getMessages()).isEmpty();
    if (body != null) {
      SimpleRequest.Builder simple = new SimpleRequest.Builder(method, sent.getRequestURI());
      simple.withContentType("application/json").withBody(body);
      simple.withHeader("Authorization", "Bearer " + FakeRecoveryService.TOKEN);
      assertThat(validator.validateRequest(simple.build()).getMessages()).isEmpty();
    }
    return response;
  }

  private static SimpleResponse simple(MockHttpServletResponse response) throws Exception {
    SimpleResponse.Builder simple = new SimpleResponse.Builder(response.getStatus());
    for (String name : response.getHeaderNames()) {
      simple.withHeader(name, response.getHeader(name));
    }
    if (response.getContentAsByteArray().length > 0) {
      simple.withBody(response.getContentAsString());
    }
    return simple.build();
  }

  private MockHttpServletResponse unchecked(
      MockHttpServletRequestBuilder request, String body, int status) throws Exception {
    if (body != null) {
      request.contentType(MediaType.APPLICATION_JSON).content(body);
    }
    return raw(request, status);
  }

  private MockHttpServletResponse raw(MockHttpServletRequestBuilder request, int status)
      throws Exception {
    MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
    assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(status);
    return response;
  }

  private OpenApiInteractionValidator validator() throws Exception {
    String description = raw(get("/api/docs/openapi.json"), 200).getContentAsString();
    return OpenApiInteractionValidator.createForInlineApiSpecification(description)
        .withBasePathOverride("/")
        .build();
  }

  private JsonNode assertProblem(MockHttpServletResponse response, String type) throws Exception {
    assertThat(response.getContentType()).isEqualTo("application/problem+json");
    JsonNode body = body(response);
    assertThat(body.at("/type").asText()).isEqualTo("/problems/" + type);
    assertThat(body.at("/status").asInt()).isEqualTo(response.getStatus());
    assertThat(body.at("/title").asText()).isNotBlank();
    return body;
  }

  private JsonNode body(MockHttpServletResponse response) throws Exception {
    return json.readTree(response.getContentAsString());
  }

  private static HttpHeaders bearer() {
    HttpHeaders headers = new HttpHeaders();
    headers.setBearerAuth(FakeRecoveryService.TOKEN);
    return headers;
  }
}
