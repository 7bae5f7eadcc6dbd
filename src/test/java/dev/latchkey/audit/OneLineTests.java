package dev.latchkey.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever clients call themselves, it stays one line of text. */
class OneLineTests {
  @TempDir private Path folder;

  static Stream<Arguments> hostile() {
    return Stream.of(
        Arguments.of("a\r\nadmin signed in", "a\\u{d}\\u{a}admin signed in"),
        Arguments.of("\u202Etxt.exe", "\\u{202e}txt.exe"),
        Arguments.of("a\u2028b\u2029c", "a\\u{2028}b\\u{2029}c"),
        Arguments.of("\u0000\u001B[2J", "\\u{0}\\u{1b}[2J"),
        Arguments.of("a\u200Bb\uFEFFc", "a\\u{200b}b\\u{feff}c"),
        Arguments.of("\\u{a}", "\\\\u{a}"),
        Arguments.of("\uD800x", "\\u{d800}x"),
        Arguments.of("田中 ☂ 😀", "田中 ☂ 😀"));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void T22_whatBreaksOrReordersALine_isWrittenAsItsCode(String hostile, String line) {
    assertThat(OneLine.of(hostile, 200)).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource({"abcde,5,abcde", "abcdef,5,abcd…", "😀😀😀,4,😀…", "'abcd\n',5,abcd…"})
  void T22_whatIsTooLong_isCut_butNeverWithinACharacter(String text, int longest, String line) {
    assertThat(OneLine.of(text, longest)).isEqualTo(line);
  }

  @EachDatabase
  void T22_aHostileClient_leavesOneEncodedRecord(Databases database) {
    AuditFixture audit = new AuditFixture(database.fresh(), folder);
    String hostile = "Mozilla\r\n2026-01-01 admin approved \u202E\u0000" + "x".repeat(10_000);
    audit.log.record(
        null, hostile, hostile, hostile, hostile, new Origin("2001:db8:1:2::3", hostile));
    audit.chain.chain();

    AuditEntry entry = audit.table.after(0, 10).get(0);
    assertThat(audit.table.after(0, 10)).hasSize(1);
    assertThat(entry.agent()).startsWith("Mozilla\\u{d}\\u{a}2026").hasSize(200).endsWith("…");
    assertThat(entry.network()).isEqualTo("2001:db8:1:…");
    assertThat(entry.clientHash()).hasSize(64);
    assertThat(entry.toString()).doesNotContain("\r", "\n", "\u202E", "\u0000");
    assertThat(audit.fault()).isNull();
  }
}
