package dev.latchkey.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.Misconfigured;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import java.nio.charset.StandardCharsets;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Starts with this and that server key on one database. */
class KeyOfThisDatabaseTests {
  private static final String KEY = "the key that the database was used with";
  private static final String OTHER = "a key that some other installation has";

  private static void start(JdbcClient database, String key) {
    new KeyOfThisDatabase(database, key(key), false);
  }

  private static void startWithNewKey(JdbcClient database, String key) {
    new KeyOfThisDatabase(database, key(key), true);
  }

  private static ServerKey key(String text) {
    return new ServerKey(text.getBytes(StandardCharsets.UTF_8));
  }

  private static JdbcClient usedWithKey(Databases database) {
    JdbcClient used = JdbcClient.create(database.fresh());
    start(used, KEY);
    return used;
  }

  @EachDatabase
  void sameKey_startsAgain(Databases database) {
    JdbcClient used = usedWithKey(database);

    assertThatCode(() -> start(used, KEY)).doesNotThrowAnyException();
  }

  @EachDatabase
  void otherKey_stopsTheStart_andSaysWhatToDo(Databases database) {
    JdbcClient used = usedWithKey(database);

    assertThatThrownBy(() -> start(used, OTHER))
        .isInstanceOfSatisfying(
            Misconfigured.class,
            stopped ->
                assertThat(stopped.remedy()).contains("server.key", "latchkey.server-key-is-new"))
        .hasMessageContaining("server key")
        .message()
        .doesNotContain(KEY, OTHER);
  }

  @EachDatabase
  void startThatWasStopped_leavesTheDatabaseToItsKey(Databases database) {
    JdbcClient used = usedWithKey(database);
    assertThatThrownBy(() -> start(used, OTHER)).isInstanceOf(Misconfigured.class);

    assertThatCode(() -> start(used, KEY)).doesNotThrowAnyException();
    assertThatThrownBy(() -> start(used, OTHER)).isInstanceOf(Misconfigured.class);
  }

  @EachDatabase
  void keyDeclaredNew_takesThePlaceOfTheOldOne_forGood(Databases database) {
    JdbcClient used = usedWithKey(database);

    startWithNewKey(used, OTHER);

    assertThatCode(() -> start(used, OTHER)).doesNotThrowAnyException();
    assertThatThrownBy(() -> start(used, KEY)).isInstanceOf(Misconfigured.class);
  }

  @EachDatabase
  void R5_databaseHolds_nothingOfTheKeyItself(Databases database) {
    JdbcClient used = usedWithKey(database);

    assertThat(used.sql("select key_hash from server_key_check").query(String.class).list())
        .containsExactly(key(KEY).hash("key of this database"));
  }
}
