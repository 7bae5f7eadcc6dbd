package dev.latchkey.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.command.AuditCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What an operator asks on the command line. */
@ExtendWith(OutputCaptureExtension.class)
class AuditCommandTests {
  private static final String CASE = "0f0e0d0c-1111-4222-8333-444455556666";

  @TempDir private Path folder;
  private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
  private AuditFixture audit;

  @BeforeEach
  void makeALog() {
    DriverManagerDataSource source = new DriverManagerDataSource(url, "sa", "");
    Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
    audit = new AuditFixture(source, folder);
    audit.chained(3);
  }

  private int run(String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.add("--spring.datasource.url=" + url);
    all.add("--spring.datasource.username=sa");
    all.add("--latchkey.data-folder=" + folder);
    byte[] key = AuditFixture.KEY_TEXT.getBytes(StandardCharsets.UTF_8);
    all.add("--latchkey.server-key=" + Base64.getEncoder().encodeToString(key));
    return AuditCommand.run(all.toArray(String[]::new));
  }

  @Test
  void R23_aWholeLog_verifiesWithStatus0(CapturedOutput output) {
    assertThat(run("--latchkey.audit=verify")).isZero();
    assertThat(output).contains("The audit log is whole: 3 entries").doesNotContain("Tomcat");
  }

  @Test
  void R23_aBrokenLog_verifiesWithStatus1_andNamesTheFirstEntryAndWhy(CapturedOutput output) {
    audit.change("update audit_entry set outcome = 'declined' where seq = 2");
    assertThat(run("--latchkey.audit=verify")).isOne();
    assertThat(output).contains("tampered with: entry 2:").contains("changed or forged");
  }

  @Test
  void R23_aTailThatIsMissing_isToldByTheNoteInTheDataFolder(CapturedOutput output) {
    audit.change("delete from audit_entry");
    audit.change("update audit_head set seq = 0, hash = '', seal = null");
    assertThat(run("--latchkey.audit=verify")).isOne();
    assertThat(output).contains("entries 1 to 3 were removed from the end");
  }

  @Test
  void anUnknownQuestion_isAnsweredWithStatus2(CapturedOutput output) {
    assertThat(run("--latchkey.audit=burn")).isEqualTo(2);
    assertThat(output).contains("verify or export, not 'burn'");
  }

  @Test
  void aDatabaseOfAnOlderVersion_isToldApartFromABrokenLog(CapturedOutput output) {
    audit.change("drop table audit_head");
    assertThat(run("--latchkey.audit=verify")).isEqualTo(2);
    assertThat(output).contains("start this version once");
  }

  @Test
  void R23_aCase_isWrittenIntoAFileOfItsOwn_withoutAddresses() throws IOException {
    storeACase();
    audit.chained(1);
    assertThat(run("--latchkey.audit=export", "--latchkey.case=0f0e0d0c")).isZero();

    Path file = folder.resolve("cases").resolve(CASE + ".txt");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file))
        .contains("The audit log is whole")
        .contains("sora  review  approved  identity-confirmed")
        .contains("text-message  issued")
        .contains("email  recovery-code  accepted  receipt delivered")
        .contains("APPROVED  identity-confirmed")
        .contains("a•••@example.net")
        .doesNotContain("aiko@")
        .doesNotContain("hash-of-a-token");
  }

  private void storeACase() {
    audit.log.record(CASE, "sora", "review", "approved", "identity-confirmed");
    audit.change(
        """
        insert into recovery_case (id, token_hash, objection_hash, purpose, locale, status, step, step_number,
          client_hash, identifier_kind, subject, confirms_contact, ways, offers, created_at,
          changed_at)
        values (?, 'hash-of-a-token', 'o', 'password', 'en', 'OPEN', 'hold', 1, 'c', 'USER_NAME',
          's', false, '', '', current_timestamp, current_timestamp)
        """,
        CASE);
    audit.change(
        """
        insert into proof (id, case_id, way, kind, proven_at)
        values ('p', ?, 'text-message', 'ISSUED', current_timestamp)
        """,
        CASE);
    audit.change(
        """
        insert into message (id, case_id, purpose, channel, target, target_hash, locale, state,
          receipt, created_at, changed_at)
        values ('m', ?, 'recovery-code', 'EMAIL', 'aiko@example.com', 'h', 'en', 'ACCEPTED',
          'DELIVERED', current_timestamp, current_timestamp)
        """,
        CASE);
    audit.change(
        """
        insert into review (id, case_id, statement, contact, state, reason, requested_at)
        values ('r', ?, 'secret story', 'aiko@example.net', 'APPROVED', 'identity-confirmed',
          current_timestamp)
        """,
        CASE);
  }

  @Test
  void aCaseThatIsNot_orIsNotOne_givesStatus1AndNoFile(CapturedOutput output) {
    audit.log.record("aaaaaaaa-1", "sora", "look", "done", null);
    audit.log.record("aaaaaaaa-2", "sora", "look", "done", null);
    for (String named : List.of("ffffffff", "aaaaaaaa", "", "../../etc", "%")) {
      assertThat(run("--latchkey.audit=export", "--latchkey.case=" + named)).isOne();
    }
    assertThat(output).contains("names no case, or more than one");
    assertThat(folder.resolve("cases")).doesNotExist();
  }
}
