package dev.latchkey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testing.Persona;
import dev.latchkey.testing.SeededCases;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Hundreds of old cases are removed while people recover; the application is killed in the middle
 * and started again. Counted is, table by table, what belonged to the old cases and to the others.
 */
class OldDataTests {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private static final int OLD = 350;
  private static final int YOUNG = 150;

  private static Installation installation;
  private static JdbcClient jdbc;
  private static SeededCases cases;
  private static Node node;
  private static Map<String, Long> oldBefore;
  private static Map<String, Long> othersBefore;
  private static Map<String, Long> oldInTheMiddle;
  private static long oldCasesInTheMiddle;

  @BeforeAll
  static void removeAndKillInTheMiddle() throws Exception {
    installation = new Installation("old-data");
    jdbc = installation.jdbc();
    node = installation.start().ready();
    awaitAllRemoved();
    seed();
    try (Freezer freezer = new Freezer(installation.database())) {
      int middle = freezer.at("delete", "recovery_case", "old.id = '" + oneInTheMiddle() + "'");
      jdbc.sql("update retention_run set due_at = '1970-01-01 00:00:00+00'").update();
      freezer.awaitFrozenAt(middle);
      recovers();
      node.kill();
      freezer.thaw();
    }
    oldInTheMiddle = rows("is_old");
    oldCasesInTheMiddle = oldInTheMiddle.get("recovery_case");
    jdbc.sql("update retention_run set busy_until = '1970-01-01 00:00:00+00'").update();
    jdbc.sql("update retention_run set succeeded_at = null").update();
    node = installation.start().ready();
    recovers();
    awaitAllRemoved();
  }

  /** A new installation has its first run within seconds, with nothing to remove. */
  private static void awaitAllRemoved() {
    Awaitility.await("all removed")
        .atMost(PATIENCE)
        .until(() -> count("retention_run where succeeded_at is not null") == 1);
  }

  @AfterAll
  static void stop() {
    node.close();
    installation.close();
  }

  /** Old ones, young ones, old ones that ended lately, and one whose process stands still. */
  private static void seed() {
    String real = recovers();
    endsTheTimeToObject(real);
    cases = new SeededCases(installation.database());
    cases.copy(real, OLD, Duration.ofDays(40), MOMENT);
    jdbc.sql("create table seeded as select id, true as is_old from recovery_case where id <> ?")
        .param(real)
        .update();
    cases.copy(real, 1, Duration.ofDays(50), MOMENT);
    noteNew();
    jdbc.sql(
            """
            update act_hi_procinst set end_time_ = null
            where business_key_ in (select id from seeded where not is_old)
            """)
        .update();
    cases.copy(real, YOUNG, Duration.ofDays(45), MOMENT);
    noteNew();
    jdbc.sql(
            """
            update recovery_case set changed_at = changed_at + interval '20 days'
            where id in (select id from seeded where not is_old) and created_at >
              (select min(created_at) from recovery_case) + interval '1 day'
            """)
        .update();
    cases.copy(real, YOUNG, Duration.ofDays(29), MOMENT);
    noteNew();
    jdbc.sql(
            """
            create table seeded_root as select p.id_, s.is_old from act_hi_procinst p
            join seeded s on s.id = p.business_key_ where p.id_ = p.root_proc_inst_id_
            """)
        .update();
    oldBefore = rows("is_old");
    othersBefore = rows("not is_old");
  }

  private static void noteNew() {
    jdbc.sql(
            """
            insert into seeded select id, false from recovery_case where created_at <
              current_timestamp - interval '1 day' and id not in (select id from seeded)
            """)
        .update();
  }

  private static String oneInTheMiddle() {
    return jdbc.sql(
            """
            select id from recovery_case where id in (select id from seeded where is_old)
            order by created_at offset ? limit 1
            """)
        .param(OLD / 2)
        .query(String.class)
        .single();
  }

  /** The process ends when nobody can object any more. */
  private static void endsTheTimeToObject(String caseId) {
    Awaitility.await("the process has ended")
        .atMost(PATIENCE)
        .until(
            () -> {
              jdbc.sql(
                      """
                      update act_ru_job set duedate_ = duedate_ - interval '30 days' where type_ = 'timer'
                      and process_instance_id_ in (
                        select id_ from act_hi_procinst where business_key_ = ?)
                      """)
                  .param(caseId)
                  .update();
              return count("act_ru_execution where business_key_ = '" + caseId + "'") == 0;
            });
  }

  /** Somebody recovers from beginning to end; the id of the case. */
  private static String recovers() {
    Persona person = Persona.withPhoneAndEmail().in(jdbc);
    RestGuest guest = new RestGuest(node).opens(person.phoneNumber()).comesTo("enter-code");
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> !installation.provider().to(person.phoneNumber()).isEmpty());
    guest.enters(installation.provider().to(person.phoneNumber()).get(0).code());
    guest.comesTo("choose-password").choosesPassword();
    guest.comesTo("done");
    String id =
        jdbc.sql("select id from recovery_case where account_id = ? and purpose = 'password'")
            .param(person.id())
            .query(String.class)
            .single();
    return id;
  }

  /** But for planned receipts, which go by themselves when their time has come. */
  private static Map<String, Long> rows(String which) {
    Map<String, Long> rows =
        cases.rows(
            "select id from seeded where " + which, "select id_ from seeded_root where " + which);
    rows.remove("planned_receipt");
    return rows;
  }

  private static long count(String what) {
    return jdbc.sql("select count(*) from " + what).query(Long.class).single();
  }

  @Test
  void whatACaseLeavesBehind_isWhatThisTestIsAbout() {
    assertThat(oldBefore)
        .containsEntry("recovery_case", (long) OLD)
        .containsKeys("proof", "code_issue", "message", "act_hi_procinst", "act_hi_actinst");
  }

  @Test
  void killedInTheMiddle_someCasesAreGone_andTheOthersAreWhole() {
    assertThat(oldCasesInTheMiddle).isPositive().isLessThan(OLD);
    Map<String, Long> expected = new TreeMap<>();
    oldBefore.forEach((table, rows) -> expected.put(table, rows / OLD * oldCasesInTheMiddle));
    assertThat(oldInTheMiddle).isEqualTo(expected);
  }

  @Test
  void R24_P1_afterTheRestart_nothingIsLeftOfTheOldCases() {
    assertThat(rows("is_old")).isEmpty();
  }

  @Test
  void R24_P1_casesThatEndedLately_orStandStill_areWhole() {
    assertThat(rows("not is_old")).isEqualTo(othersBefore);
  }

  @Test
  void R24_theEngineByItself_removesNoHistoryOfACase() {
    assertThat(
            count("act_hi_procinst where removal_time_ is not null and business_key_ is not null"))
        .isZero();
  }

  @Test
  void whatWasRemovedSinceTheStart_isInTheMetrics() {
    assertThat(node.metric("latchkey_retention_removed_total{kind=\"cases\"}"))
        .isEqualTo((double) oldCasesInTheMiddle);
  }
}
