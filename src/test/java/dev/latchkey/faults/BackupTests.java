package dev.latchkey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * Backup and restore of the embedded database as the README says: stop, copy the data folder. One
 * of the demo accounts has recovered before the backup, another waits with a code.
 */
class BackupTests {
  private static final Path FOLDER = Path.of("target", "faults", "backup").toAbsolutePath();
  private static final String RECOVERED = "+12025550143";
  private static final String WAITING = "+14155550132";

  private static TextProvider provider;
  private static Map<String, String> settings;
  private static RestGuest recovered;
  private static RestGuest waiting;

  @BeforeAll
  static void makeAState_andBackItUp() throws IOException {
    FileSystemUtils.deleteRecursively(FOLDER);
    provider = TextProvider.start();
    settings = new TreeMap<>(provider.settings());
    Path original = Files.createDirectories(FOLDER.resolve("original"));
    Node node = Node.start(original, settings).ready();
    recovered = new RestGuest(node).opens(RECOVERED).comesTo("enter-code");
    recovered.enters(codeTo(RECOVERED));
    recovered.comesTo("choose-password").choosesPassword();
    recovered.comesTo("done");
    waiting = new RestGuest(node).opens(WAITING).comesTo("enter-code");
    codeTo(WAITING);
    node.stop();
  }

  @AfterAll
  static void stop() {
    provider.close();
  }

  private static String codeTo(String number) {
    Awaitility.await("a text to " + number).until(() -> !provider.to(number).isEmpty());
    return provider.to(number).get(0).code();
  }

  private static Path restored(String name) throws IOException {
    Path copy = FOLDER.resolve(name);
    FileSystemUtils.copyRecursively(FOLDER.resolve("original"), copy);
    return copy;
  }

  @Test
  void P1_restoredWithItsKey_everythingGoesOn_andTheSameCodeWorks() throws IOException {
    try (Node node = Node.start(restored("with-key"), settings).ready()) {
      assertThat(recovered.at(node).isAt("done")).isTrue();
      assertThat(waiting.at(node).isAt("enter-code")).isTrue();
      assertThat(waiting.enters(codeTo(WAITING))).isEqualTo(200);
      waiting.comesTo("choose-password");
      assertThat(provider.to(WAITING)).filteredOn(one -> one.body().contains("code")).hasSize(1);
    }
  }

  @Test
  void restoredWithoutItsKey_itSaysSo_andWhatToDo() throws IOException {
    Path folder = restored("without-key");
    Files.delete(folder.resolve("server.key"));
    try (Node node = Node.start(folder, settings)) {
      assertThat(node.endsSaying())
          .contains("not the one that this database was used with")
          .contains("Put back the server.key")
          .doesNotContain("\tat ");
    }
  }
}
