package dev.latchkey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The embedded database finds no room to write: the operating system lets its file grow no more
 * (RLIMIT_FSIZE, which needs no rights of an administrator), and later lets it grow again.
 */
class DiskFullTests {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int ROOM = 256 * 1024;

  private Node node;

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void P1_P3_diskFull_isToldClearly_andLeavesNoHalfWrittenCase() throws Exception {
    Path folder = Files.createTempDirectory("latchkey-full");
    node = start(folder);
    Operator operator = new Operator(node, folder).awaitReadiness(200);
    assertThat(operator.sees()).contains("\"database\"");
    RestGuest early = new RestGuest(node).opens("early@example.com").comesTo("enter-code");

    growTo(String.valueOf(Files.size(database(folder)) + ROOM));
    List<RestGuest> opened = fill();
    operator.awaitReadiness(503).awaitTold("The disk of the database is full");
    assertThat(operator.liveness()).isEqualTo(200);
    assertThat(node.output()).contains("Out of order: database: The disk of the database is full");

    growTo("unlimited");
    operator.awaitReadiness(200);
    early.comesTo("enter-code");
    opened.forEach(guest -> guest.comesTo("enter-code"));
    new RestGuest(node).opens("late@example.com").comesTo("enter-code");
    node.kill();
    assertThat(halfWritten(folder)).isZero();
  }

  private static Node start(Path folder) {
    String limits = "latchkey.messaging.limits.";
    return Node.start(
            folder,
            Map.of(
                limits + "per-client-and-hour",
                "100000",
                limits + "mails-per-hour",
                "100000",
                "latchkey.recovery.opens-per-client",
                "100000"))
        .ready();
  }

  private static Path database(Path folder) {
    return folder.resolve("latchkey.mv.db");
  }

  /** The soft limit, so that it can be lifted again. */
  private void growTo(String bytes) throws IOException, InterruptedException {
    Process set =
        new ProcessBuilder("prlimit", "--pid=" + node.pid(), "--fsize=" + bytes + ":unlimited")
            .inheritIO()
            .start();
    assertThat(set.waitFor()).isZero();
  }

  /** Opens recoveries until no more can be taken; gives those that were. */
  private List<RestGuest> fill() {
    List<RestGuest> opened = new ArrayList<>();
    Awaitility.await("full")
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(
            () -> {
              RestGuest guest = new RestGuest(node);
              HttpResponse<String> answer = guest.tries("n" + opened.size() + "@example.com");
              if (answer.statusCode() == 503) {
                assertThat(answer.body()).contains("/problems/unavailable");
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                return true;
              }
              opened.add(guest.opened(answer));
              return false;
            });
    return opened;
  }

  /** Cases without their process, and processes without their case. */
  private static int halfWritten(Path folder) {
    String url = "jdbc:h2:file:" + folder.resolve("latchkey");
    return JdbcClient.create(new DriverManagerDataSource(url, "latchkey", ""))
        .sql(
            """
            select (select count(*) from recovery_case c where not exists
                (select 1 from act_ru_execution e where e.business_key_ = c.id))
              + (select count(*) from act_ru_execution e where e.business_key_ is not null
                and not exists (select 1 from recovery_case c where c.id = e.business_key_))
            """)
        .query(Integer.class)
        .single();
  }
}
