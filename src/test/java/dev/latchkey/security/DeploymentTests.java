package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.process.guard.Patched;
import dev.latchkey.testing.ApplicationTest;
import dev.latchkey.testing.StaffDesk;
import dev.latchkey.testing.Web;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deployments as Camunda Modeler makes them. */
class DeploymentTests extends ApplicationTest {
  private static final String NAME = "from-modeler";
  private static final String BOUNDARY = "----WebKitFormBoundaryTried";
  private static final String CODES = "CodeDeliveryProcess.bpmn";

  @Autowired private StaffLogins logins;
  @Autowired private RepositoryService repository;
  @Autowired private JdbcClient jdbc;

  @AfterEach
  void removeDeployments() {
    repository
        .createDeploymentQuery()
        .deploymentName(NAME)
        .list()
        .forEach(tried -> repository.deleteDeployment(tried.getId(), true));
  }

  @Test
  void G2_correctChange_isDeployed() throws Exception {
    HttpResponse<String> answer =
        deploy(
            "noor",
            Patched.files("three minutes")
                .in(CODES)
                .replaceIn("BoundaryEvent_TwoMinutesOver", "PT2M", "PT3M"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(repository.createDeploymentQuery().deploymentName(NAME).count()).isOne();
    assertThat(new ObjectMapper().readTree(answer.body()).path("deployedProcessDefinitions"))
        .isNotEmpty();
    assertThat(
            jdbc.sql("select deployed_by from process_deployment where deployment_id = ?")
                .param(new ObjectMapper().readTree(answer.body()).path("id").asText())
                .query(String.class)
                .single())
        .isEqualTo("noor");
  }

  @Test
  void G2_whatModelerAsksBeforeItDeploys_isAnswered_toAnalystsAlone() {
    Web modeler = new Web(port());
    String noor = Web.basic("noor", logins.fresh().get("noor"));
    assertThat(modeler.send("GET", "/engine-rest/version", noor).body()).contains("\"version\"");
    assertThat(modeler.send("GET", "/engine-rest/deployment?maxResults=0", noor).status())
        .isEqualTo(200);
    assertThat(modeler.send("GET", "/engine-rest/deployment?maxResults=0").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "tenant-id, one, Leave the tenant ID empty",
    "deployment-activation-time, 2999-01-01T00:00:00.000+0000, Deploy it when it is wanted",
    "deployment-source, latchkey, Name the program"
  })
  void T17_whatWouldStopEveryRecovery_isRefused_withTheRemedy(
      String field, String value, String remedy) throws Exception {
    HttpResponse<String> answer =
        deploy("noor", Patched.files("as they are").contents(), Map.of(field, value));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(new ObjectMapper().readTree(answer.body()).path("message").asText())
        .startsWith("Nothing was deployed")
        .contains(remedy);
    assertThat(repository.createDeploymentQuery().deploymentName(NAME).count()).isZero();
  }

  @Test
  void T17_analyst_mayNotDeleteADeployment_norStartWhatItDeployed() throws Exception {
    JsonNode made =
        new ObjectMapper().readTree(deploy("noor", Patched.files("as they are").contents()).body());
    String path = "/engine-rest/deployment/" + made.path("id").asText();
    StaffDesk noor = StaffDesk.rest(port(), "noor", logins.fresh().get("noor"));
    assertThat(noor.get("DELETE", path + "?cascade=true", "").status()).isEqualTo(403);
    String start = "/process-definition/key/AccountRecoveryProcess/start";
    assertThat(noor.call("POST", start, "{}").status()).isEqualTo(403);
    assertThat(repository.createDeploymentQuery().deploymentName(NAME).count()).isOne();
  }

  @Test
  void G4_allMistakes_areToldAtOnce_withElementAndRemedy_andNothingIsDeployed() throws Exception {
    HttpResponse<String> answer =
        deploy(
            "noor",
            Patched.files("three mistakes")
                .in(CODES)
                .replaceIn("BoundaryEvent_TwoMinutesOver", "PT2M", "PT1M")
                .replace("${tellNextSendDelegate}", "${dataSource}")
                .in("AccountRecoveryProcess.bpmn")
                .replaceIn("Flow_Proven", "${enoughProof}", "${purpose == 'password'}"));

    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode body = new ObjectMapper().readTree(answer.body());
    assertThat(body.path("type").asText()).isEqualTo("ParseException");
    JsonNode codes = body.path("details").path(CODES).path("errors");
    assertThat(codes.findValuesAsText("mainElementId"))
        .contains("BoundaryEvent_TwoMinutesOver", "Task_TellNextSend");
    assertThat(codes.get(0).path("line").asInt()).isPositive();
    assertThat(body.path("details").path("AccountRecoveryProcess.bpmn").path("errors").toString())
        .contains("Task_RestoreAccess", "without any proof", " → ", "Weigh proofs");
    assertThat(body.path("message").asText())
        .startsWith("Nothing was deployed: 4 errors")
        .contains("\"Two minutes over\"", "Wait PT2M or longer");
    assertThat(repository.createDeploymentQuery().deploymentName(NAME).count()).isZero();
  }

  @Test
  void G4_diagramWithoutWhatItCalls_isRefused_andSaysToDeployAllTogether() throws Exception {
    Map<String, byte[]> all = Patched.files("alone").contents();
    all.keySet().retainAll(java.util.Set.of("SignInProcess.bpmn"));

    HttpResponse<String> answer = deploy("noor", all);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("CallActivity_TextMessageCode", "include additional files");
  }

  @Test
  void T17_supporter_mayNotDeploy() throws Exception {
    assertThat(deploy("sora", Patched.files("as they are")).statusCode()).isEqualTo(403);
  }

  @Test
  void T18_nothingIsFetched_whateverADiagramPointsTo() throws Exception {
    try (ServerSocketChannel outside = ServerSocketChannel.open()) {
      outside.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      outside.configureBlocking(false);
      int port = ((InetSocketAddress) outside.getLocalAddress()).getPort();
      String address = "http://127.0.0.1:" + port + "/x";
      for (Patched lure :
          new Patched[] {
            lure("?>", "?><!DOCTYPE x SYSTEM \"" + address + "\">"),
            lure("?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"" + address + "\">]>"),
            lure("?>", "?><?xml-stylesheet href=\"" + address + "\"?>")
                .replace("${tellNextSendDelegate}", "${dataSource}"),
            lure(
                "id=\"Definitions_",
                "xsi:schemaLocation=\"urn:x " + address + "\" id=\"Definitions_"),
            lure(
                "<bpmn:process ",
                "<bpmn:import importType=\"http://www.w3.org/2001/XMLSchema\" location=\""
                    + address
                    + "\" namespace=\"urn:x\" /><bpmn:process ")
          }) {
        assertThat(deploy("noor", lure).statusCode()).isEqualTo(400);
      }
      assertThat(outside.accept()).isNull();
    }
  }

  private static Patched lure(String before, String after) {
    return Patched.files("lure").in(CODES).replace(before, after);
  }

  private HttpResponse<String> deploy(String user, Patched files) throws Exception {
    return deploy(user, files.contents());
  }

  private HttpResponse<String> deploy(String user, Map<String, byte[]> files) throws Exception {
    return deploy(user, files, Map.of());
  }

  private HttpResponse<String> deploy(
      String user, Map<String, byte[]> files, Map<String, String> more) throws Exception {
    String login = user + ":" + logins.fresh().get(user);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(at("/engine-rest/deployment/create")))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .header("Accept", "application/json")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
            .POST(HttpRequest.BodyPublishers.ofByteArray(multipart(files, more)))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static byte[] multipart(Map<String, byte[]> files, Map<String, String> more)
      throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("deployment-name", NAME);
    fields.put("deployment-source", "Camunda Modeler");
    fields.put("enable-duplicate-filtering", "true");
    fields.putAll(more);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Map.Entry<String, String> field : fields.entrySet()) {
      body.writeBytes(part("name=\"" + field.getKey() + "\"", ""));
      body.writeBytes((field.getValue() + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String name = file.getKey();
      body.writeBytes(
          part(
              "name=\"" + name + "\"; filename=\"" + name + "\"",
              "Content-Type: application/octet-stream\r\n"));
      body.writeBytes(file.getValue());
      body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }

  private static byte[] part(String disposition, String type) {
    return ("--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; "
            + disposition
            + "\r\n"
            + type
            + "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
