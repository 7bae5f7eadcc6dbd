package dev.latchkey.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.web.PagesTest;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The description of the REST interface as programs and people read it. */
@PagesTest
class ApiDescriptionTests {
  @Autowired private MockMvc mvc;
  @Autowired private ObjectMapper json;
  private JsonNode description;

  @BeforeEach
  void read() throws Exception {
    description =
        json.readTree(
            mvc.perform(get("/api/docs/openapi.json"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
  }

  @Test
  void describesAllAddresses_andNothingElse() {
    assertThat(description.at("/paths").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "/api/v1/recoveries",
            "/api/v1/recoveries/current",
            "/api/v1/recoveries/current/answers",
            "/api/v1/recoveries/current/advice",
            "/api/v1/recoveries/current/evidence",
            "/api/v1/recoveries/current/evidence/{id}",
            "/api/v1/sign-ins",
            "/api/v1/sign-ins/current",
            "/api/v1/status");
  }

  @Test
  void T7_serverIsTheConfiguredOne() {
    assertThat(description.at("/servers/0/url").asText()).isEqualTo("https://recover.example.com");
  }

  @Test
  void eachExample_fitsItsSchema() {
    OpenApiInteractionValidator validator =
        OpenApiInteractionValidator.createForInlineApiSpecification(description.toString())
            .withBasePathOverride("/")
            .build();
    int[] seen = {0};
    description
        .at("/paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation ->
                            seen[0] +=
                                check(
                                    validator,
                                    path.getKey(),
                                    operation.getKey(),
                                    operation.getValue())));
    assertThat(seen[0]).isGreaterThan(15);
  }

  private static int check(
      OpenApiInteractionValidator validator, String path, String verb, JsonNode operation) {
    Request.Method method = Request.Method.valueOf(verb.toUpperCase(Locale.ROOT));
    int seen = 0;
    for (JsonNode example : operation.at("/requestBody/content/application~1json/examples")) {
      SimpleRequest request =
          new SimpleRequest.Builder(method, path)
              .withContentType("application/json")
              .withHeader("Authorization", "Bearer token")
              .withBody(example.at("/value").toString())
              .build();
      assertThat(validator.validateRequest(request).getMessages()).isEmpty();
      seen++;
    }
    for (var response : operation.at("/responses").properties()) {
      for (JsonNode example :
          response.getValue().at("/content/application~1problem+json/examples")) {
        SimpleResponse simple =
            new SimpleResponse.Builder(Integer.parseInt(response.getKey()))
                .withContentType("application/problem+json")
                .withBody(example.at("/value").toString())
                .build();
        assertThat(validator.validateResponse(path, method, simple).getMessages()).isEmpty();
        assertThat(example.at("/value/status").asText()).isEqualTo(response.getKey());
        seen++;
      }
    }
    return seen;
  }

  @Test
  void eachProblemType_isExplainedAtItsAddress() throws Exception {
    for (ProblemType type : ProblemType.values()) {
      mvc.perform(get(type.uri())).andExpect(status().isOk());
    }
    mvc.perform(get("/problems/none-of-these")).andExpect(status().isNotFound());
  }

  @Test
  void description_canBeReadInABrowser() throws Exception {
    String page = redirect(redirect("/api/docs"));
    assertThat(page).startsWith("/api/docs/");
    mvc.perform(get(page)).andExpect(status().isOk());
  }

  private String redirect(String from) throws Exception {
    return mvc.perform(get(from))
        .andExpect(status().is3xxRedirection())
        .andReturn()
        .getResponse()
        .getRedirectedUrl();
  }
}
