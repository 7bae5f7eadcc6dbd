package dev.latchkey.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import dev.latchkey.testing.Race;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;

/** What somebody does to the log with the database alone is found out. */
class AuditChainTests {
  @TempDir private Path folder;

  private AuditFixture withTen(Databases database) {
    AuditFixture audit = new AuditFixture(database.fresh(), folder);
    audit.chained(10);
    assertThat(audit.verifier.verify()).matches(AuditVerifier.Verdict::whole);
    return audit;
  }

  @EachDatabase
  void R23_entriesAreChained_andTheChainIsWhole(Databases database) {
    AuditFixture audit = withTen(database);
    assertThat(audit.verifier.verify().entries()).isEqualTo(10);
    assertThat(audit.table.after(0, 20))
        .extracting(entry -> entry.link().seq())
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
  }

  @EachDatabase
  void R23_anAlteredField_isFound_whicheverItIs(Databases database) {
    for (String field :
        List.of(
            "at = at + interval '1' second",
            "case_id = 'other'",
            "case_id = null",
            "actor = 'lena'",
            "network = '192.0.2.…'",
            "client_hash = ''",
            "agent = 'x'",
            "action = 'look'",
            "outcome = 'declined'",
            "detail = 'number 11'")) {
      AuditFixture audit = new AuditFixture(database.fresh(), folder.resolve(folderFor(field)));
      audit.chained(5);
      audit.change("update audit_entry set " + field + " where seq = 3");
      assertThat(audit.fault()).as(field).startsWith("entry 3: ").contains("changed or forged");
    }
  }

  private String folderFor(String field) {
    String name = Integer.toHexString(field.hashCode());
    assertThat(folder.resolve(name).toFile().mkdir()).isTrue();
    return name;
  }

  @EachDatabase
  void R23_aRowDeletedInTheMiddle_isFound(Databases database) {
    AuditFixture audit = withTen(database);
    audit.change("delete from audit_entry where seq = 4");
    assertThat(audit.fault()).isEqualTo("entry 4 is missing: the next one is 5");
  }

  @EachDatabase
  void R23_theFirstRowDeleted_isFound(Databases database) {
    AuditFixture audit = withTen(database);
    audit.change("delete from audit_entry where seq = 1");
    assertThat(audit.fault()).startsWith("entry 1 is missing");
  }

  @EachDatabase
  void R23_aDeletedTail_isFound(Databases database) {
    AuditFixture audit = withTen(database);
    audit.change("delete from audit_entry where seq > 7");
    assertThat(audit.fault()).isEqualTo("entries 8 to 10 were removed from the end");
  }

  @EachDatabase
  void R23_aDeletedTail_isFound_evenWithAnOldHeadPutBack(Databases database) {
    AuditFixture audit = new AuditFixture(database.fresh(), folder);
    audit.chained(7);
    audit.change("create table kept as select * from audit_head");
    audit.chained(3);
    audit.change("delete from audit_entry where seq > 7");
    audit.change("delete from audit_head");
    audit.change("insert into audit_head select * from kept");
    assertThat(audit.fault()).isEqualTo("entries 8 to 10 were removed from the end");

    audit.chained(5);
    assertThat(audit.fault())
        .isEqualTo("entry 10 is not the one that was noted outside the database");
  }

  @EachDatabase
  void R23_anInsertedRow_isFound_chainedOrNot(Databases database) {
    AuditFixture audit = withTen(database);
    audit.change(
        """
        insert into audit_entry (id, at, actor, action, outcome, seal)
        select 'forged', at, 'sora', 'review', 'approved', seal from audit_entry where seq = 2
        """);
    assertThat(audit.fault()).contains("forged").contains("waits for its place");
    audit.chain.chain();
    assertThat(audit.fault()).startsWith("entry 11: ").contains("forged");
  }

  @EachDatabase
  void R23_aRowWithoutASeal_neverGetsAPlace(Databases database) {
    AuditFixture audit = withTen(database);
    audit.change(
        """
        insert into audit_entry (id, at, actor, action, outcome)
        select 'old', at, 'sora', 'review', 'approved' from audit_entry where seq = 2
        """);
    audit.chain.chain();
    assertThat(audit.fault()).contains("old").contains("changed or forged");
  }

  @EachDatabase
  void R23_swappedRows_areFound(Databases database) {
    AuditFixture audit = withTen(database);
    audit.change("update audit_entry set seq = -1 where seq = 3");
    audit.change("update audit_entry set seq = 3 where seq = 4");
    audit.change("update audit_entry set seq = 4 where seq = -1");
    assertThat(audit.fault()).startsWith("entry 3: ").contains("not in its place");
  }

  @EachDatabase
  void R23_aChangedHead_isFound(Databases database) {
    AuditFixture audit = withTen(database);
    audit.change("delete from audit_entry where seq <= 5");
    audit.change(
        "update audit_head set anchor_seq = 5,"
            + " anchor_hash = (select previous from audit_entry where seq = 6)");
    assertThat(audit.fault()).isEqualTo("the head of the chain was changed");
  }

  @EachDatabase
  void R23_withoutTheServerKey_nobodyBuildsAChainThatHolds(Databases database) throws IOException {
    DataSource source = database.fresh();
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    new AuditFixture(source, elsewhere, AuditFixture.key("another key of thirty-two bytes or so"))
        .chained(3);
    assertThat(new AuditFixture(source, folder).fault()).isNotNull();
  }

  @EachDatabase
  void R23_whoRewritesTheLogAndPutsTheHeadBackToItsBeginning_getsNoSealFromUs(Databases database) {
    AuditFixture audit = withTen(database);
    audit.change("update audit_entry set actor = 'lena' where seq = 3");
    audit.change(
        "update audit_entry set seq = null, previous = null, hash = null, seal = null,"
            + " chained_at = null");
    audit.change(
        "update audit_head set seq = 0, hash = '', anchor_seq = 0, anchor_hash = '', seal = null");
    audit.chained(2);

    assertThat(audit.table.unsealed()).hasSize(10);
    assertThat(audit.table.after(0, 20)).isEmpty();
    assertThat(audit.fault()).isEqualTo("entries 1 to 10 were removed from the end");
  }

  @EachDatabase
  void R23_whoRewritesTheHead_getsItNeitherSealedNorNoted(Databases database) throws IOException {
    AuditFixture audit = withTen(database);
    String noted = Files.readString(folder.resolve("audit-checkpoint.txt"));
    audit.change("delete from audit_entry where seq > 7");
    audit.change(
        "update audit_head set seq = 7, hash = (select hash from audit_entry where seq = 7)");
    audit.chained(5);
    audit.clock.advance(Duration.ofDays(800));
    audit.removeOldEntries();

    assertThat(audit.table.after(0, 20)).hasSize(7);
    assertThat(Files.readString(folder.resolve("audit-checkpoint.txt"))).isEqualTo(noted);
    assertThat(audit.fault()).isEqualTo("the head of the chain was changed");
  }

  @EachDatabase
  void R24_oldEntries_goFromTheBeginningOn_andTheRestHolds(Databases database) {
    AuditFixture audit = withTen(database);
    audit.clock.advance(Duration.ofDays(365).minusSeconds(6));
    audit.removeOldEntries();
    assertThat(audit.table.after(0, 20).get(0).link().seq()).isEqualTo(5);
    assertThat(audit.fault()).isNull();

    audit.chained(2);
    assertThat(audit.verifier.verify().entries()).isEqualTo(8);
    audit.change("delete from audit_entry where seq = 5");
    assertThat(audit.fault()).startsWith("entry 5 is missing");
  }

  @EachDatabase
  void R24_whenAllAreOld_theChainGoesOnFromTheAnchor(Databases database) {
    AuditFixture audit = withTen(database);
    audit.clock.advance(Duration.ofDays(800));
    audit.removeOldEntries();
    assertThat(audit.fault()).isNull();
    audit.chained(1);
    assertThat(audit.table.after(0, 20).get(0).link().seq()).isEqualTo(11);
    assertThat(audit.fault()).isNull();
  }

  @EachDatabase
  void R23_whatIsFromBeforeTheChain_isSealedAtTheFirstStart(Databases database) {
    AuditFixture audit = new AuditFixture(database.fresh(), folder);
    audit.change(
        """
        insert into audit_entry (id, at, actor, action, outcome)
        values ('old', current_timestamp, 'sora', 'review', 'approved')
        """);
    audit.chained(2);
    assertThat(audit.verifier.verify().entries()).isEqualTo(3);
    assertThat(audit.fault()).isNull();
  }

  @EachDatabase
  void R23_rolledBackWithItsCaller_anEntryLeavesNoGap(Databases database) {
    AuditFixture audit = withTen(database);
    audit.transaction.executeWithoutResult(
        status -> {
          audit.log.record(null, "sora", "look", "done", null);
          status.setRollbackOnly();
        });
    audit.chained(1);
    assertThat(audit.verifier.verify().entries()).isEqualTo(11);
    assertThat(audit.fault()).isNull();
  }

  @EachDatabase
  void R23_twoNodesAtOnce_makeOneChain_andNobodyWaits(Databases database) throws Exception {
    DataSource source = database.fresh();
    AuditFixture one = new AuditFixture(source, folder);
    AuditFixture other = new AuditFixture(source, Files.createDirectory(folder.resolve("other")));
    List<Callable<Long>> work = new ArrayList<>();
    for (int writer = 0; writer < 6; writer++) {
      AuditFixture node = writer % 2 == 0 ? one : other;
      work.add(() -> longestOf(40, () -> node.log.record("c", "sora", "look", "done", null)));
    }
    for (AuditFixture node : List.of(one, other)) {
      work.add(() -> longestOf(25, node.chain::chain));
    }
    List<Long> longest = Race.run(work);
    one.chain.chain();

    assertThat(one.verifier.verify()).isEqualTo(other.verifier.verify());
    assertThat(one.verifier.verify().entries()).isEqualTo(240);
    assertThat(one.fault()).isNull();
    assertThat(longest.subList(0, 6)).as("milliseconds of the slowest").allMatch(ms -> ms < 2000);
  }

  private static long longestOf(int times, Runnable work) {
    long longest = 0;
    for (int time = 0; time < times; time++) {
      long begun = System.nanoTime();
      work.run();
      longest = Math.max(longest, System.nanoTime() - begun);
    }
    return Duration.ofNanos(longest).toMillis();
  }

  @EachDatabase
  void R23_aTransactionThatHoldsAnEntry_holdsUpNobody(Databases database) {
    AuditFixture audit = withTen(database);
    audit.transaction.executeWithoutResult(
        status -> {
          audit.log.record(null, "sora", "look", "slow", null);
          var apart = new Thread(() -> audit.chained(3));
          apart.start();
          join(apart);
        });
    audit.chain.chain();
    assertThat(audit.verifier.verify().entries()).isEqualTo(14);
    assertThat(audit.fault()).isNull();
  }

  private static void join(Thread thread) {
    try {
      thread.join(10_000);
      assertThat(thread.isAlive()).isFalse();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
