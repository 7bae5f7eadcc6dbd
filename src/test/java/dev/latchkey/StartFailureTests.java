package dev.latchkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.testing.Databases;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A start that cannot go well ends with one report that says what to do, and no stack trace. */
@ExtendWith(OutputCaptureExtension.class)
class StartFailureTests {
  private static final String SECRET = "c2hvcnQgc2VjcmV0";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {SECRET, "not Base64: " + SECRET})
  void unusableServerKey_isReportedWithoutTheKey(String key, CapturedOutput output) {
    start("latchkey.server-key=" + key);

    assertReported(output, "latchkey.server-key does not hold at least 32 random bytes in Base64");
    assertThat(output).contains("openssl rand").doesNotContain(SECRET);
  }

  @Test
  void unusableKeyFile_isReportedByItsPlace(CapturedOutput output) throws IOException {
    Files.writeString(folder.resolve("server.key"), SECRET);
    start();

    assertReported(output, folder.resolve("server.key") + " does not hold");
    assertThat(output).doesNotContain(SECRET);
  }

  @Test
  void unknownHomeRegion_isReported(CapturedOutput output) {
    start("latchkey.directory.home-regions=JP,Atlantis");

    assertReported(output, "latchkey.directory.home-regions: 'Atlantis' is no country");
  }

  @Test
  void unknownFact_isReported_withThoseThatThereAre(CapturedOutput output) {
    start("latchkey.review.facts=lost-since,shoe-size");

    assertReported(
        output, "latchkey.review.facts: 'shoe-size' is nothing that people can be asked");
    assertThat(output).contains("account-since, old-address");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "latchkey.messaging.text.provider=twilio;latchkey.messaging.twilio.account-sid=ACtest|auth-token"
            + " is missing",
        "latchkey.messaging.mail.provider=smtp;latchkey.messaging.smtp.from=noreply@example.com|host"
            + " is missing"
      })
  void halfFilledProvider_isReported(String settings, String problem, CapturedOutput output) {
    start(settings.split(";"));

    assertReported(output, problem);
  }

  @Test
  void databaseThatIsNotThere_isReportedWithoutItsPassword(CapturedOutput output)
      throws IOException {
    try (Socket closed = new Socket()) {
      closed.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      start(
          "spring.datasource.url=jdbc:postgresql://127.0.0.1:"
              + closed.getLocalPort()
              + "/latchkey?password="
              + SECRET,
          "spring.datasource.hikari.connection-timeout=250");
    }

    assertReported(output, "The database cannot be used: jdbc:postgresql://127.0.0.1:");
    assertThat(output).contains("refused").doesNotContain(SECRET);
  }

  @Test
  void databaseThatWantsAnotherPassword_isReported(CapturedOutput output) {
    start(
        "spring.datasource.url=" + Databases.freshPostgresUrl().replaceFirst("\\?.*", ""),
        "spring.datasource.username=nobody",
        "spring.datasource.password=" + SECRET,
        "spring.datasource.hikari.connection-timeout=250");

    assertReported(output, "role \"nobody\" does not exist");
    assertThat(output).doesNotContain(SECRET);
  }

  @Test
  void diagramWithAScript_isReportedWithFileLineAndElement(CapturedOutput output)
      throws IOException {
    withDiagram(
        "Broken.bpmn",
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
          <process id="Broken" isExecutable="true">
            <startEvent id="Start"/>
            <scriptTask id="Task_Run" scriptFormat="groovy"/>
          </process>
        </definitions>
        """);

    assertReported(output, "Broken.bpmn, line 4, element Task_Run: Scripts are not run here");
  }

  /** Starts the application on an empty folder and an empty database; it must not come up. */
  private void start(String... settings) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--latchkey.data-folder=" + folder,
                "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID()));
    for (String setting : settings) {
      arguments.removeIf(given -> given.startsWith("--" + setting.replaceFirst("=.*", "=")));
      arguments.add("--" + setting);
    }
    assertThatThrownBy(
            () ->
                new SpringApplicationBuilder(LatchkeyApplication.class)
                    .run(arguments.toArray(String[]::new))
                    .close())
        .isNotNull();
  }

  /** Starts the application with one more file among its diagrams. */
  private void withDiagram(String name, String content) throws IOException {
    Path root = folder.resolve("classes");
    Files.createDirectories(root.resolve("processes"));
    Files.writeString(root.resolve("processes").resolve(name), content);
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    URI added = root.toUri();
    try (URLClassLoader withMore = new URLClassLoader(new URL[] {added.toURL()}, before)) {
      Thread.currentThread().setContextClassLoader(withMore);
      start();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static void assertReported(CapturedOutput output, String problem) {
    assertThat(output)
        .contains("APPLICATION FAILED TO START", "Action:")
        .containsSubsequence("Description:", problem)
        .doesNotContainPattern("(?m)^\\s+at [a-z]+\\.");
  }
}
