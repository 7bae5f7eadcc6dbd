package dev.latchkey.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.help.Incidents;
import dev.latchkey.help.StuckCause;
import dev.latchkey.help.StuckWork.Retried;
import dev.latchkey.help.StuckWork.Stuck;
import dev.latchkey.messaging.Channel;
import dev.latchkey.testing.Guest;
import dev.latchkey.testing.Persona;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Something got stuck: staff see why, and set it going again. */
abstract class IncidentScenarios extends NoticeScene {
  private static final Duration LONGEST_RETRY = Duration.ofHours(1).plusSeconds(1);

  @Autowired Incidents incidents;
  @Autowired RuntimeService engineRuntime;

  /** Restores access while e-mail is down, until the engine gives the notices up. */
  private Guest withStuckNotices(Persona person) {
    Guest guest = opens(person.phoneNumber());
    guest.enters(post.codeAt(person.phoneNumber()));
    outage.begins(Channel.EMAIL);
    guest.choosesPassword(GOOD_PASSWORD);
    for (int tries = 0; incidents.list().isEmpty(); tries++) {
      assertThat(tries).isLessThan(10);
      jobsFail();
      engine.moveClock(LONGEST_RETRY);
    }
    return guest;
  }

  @Test
  void F7_whatGotStuck_isShownWithPlainCauseAndCase_andNobodysData() {
    Persona person = person();
    Guest guest = withStuckNotices(person);

    Stuck stuck = incidents.list().get(0);
    assertThat(incidents.list()).hasSize(1);
    assertThat(stuck.cause()).isEqualTo(StuckCause.PROVIDER);
    assertThat(stuck.step()).isEqualTo("Tell account holder");
    assertThat(guest.sees().caseId()).startsWith(stuck.reference()).hasSizeGreaterThan(8);
  }

  @Test
  void F7_cockpitSaysTheSame_inPlainWords() {
    withStuckNotices(person());
    assertThat(engineRuntime.createIncidentQuery().list())
        .isNotEmpty()
        .allSatisfy(
            incident ->
                assertThat(incident.getIncidentMessage())
                    .startsWith("A message could not be handed over")
                    .contains("Then try again."));
  }

  @Test
  void F7_P2_whatTheProviderTookBeforeTheFailure_isNotSentAgain() {
    Persona person = person();
    withStuckNotices(person);
    int texts = post.at(person.phoneNumber()).size();
    String id = incidents.list().get(0).id();
    assertThat(incidents.retry(id, "omar")).isEqualTo(Retried.AGAIN);
    assertThat(incidents.list()).extracting(Stuck::id).containsExactly(id);

    outage.ends();
    int mails = post.at(person.emailAddress()).size();
    assertThat(incidents.retry(id, "omar")).isEqualTo(Retried.DONE);
    engine.runJobs();

    assertThat(incidents.list()).isEmpty();
    assertThat(post.at(person.phoneNumber())).hasSize(texts);
    assertThat(post.at(person.emailAddress())).hasSize(mails + 1);
    assertThat(incidents.retry(id, "omar")).isEqualTo(Retried.GONE);
    assertThat(post.at(person.emailAddress())).hasSize(mails + 1);
  }

  @Test
  void F7_R23_everyRetry_isInTheAuditLog() {
    Guest guest = withStuckNotices(person());
    String id = incidents.list().get(0).id();
    incidents.retry(id, "omar");
    outage.ends();
    incidents.retry(id, "admin");
    assertThat(
            jdbc.sql(
                    """
                    select actor || ' ' || outcome from audit_entry
                    where case_id = ? and action = 'retry-incident' order by at
                    """)
                .param(guest.sees().caseId())
                .query(String.class)
                .list())
        .isEqualTo(List.of("omar again", "admin done"));
  }

  @Test
  void F7_R25_whatTheLockRefused_saysSo() {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    guest.enters(post.codeAt(person.phoneNumber()));
    guest.choosesPassword(GOOD_PASSWORD);
    jdbc.sql("update account set status = 'DISABLED' where id = ?").param(person.id()).update();
    for (int tries = 0; incidents.list().isEmpty(); tries++) {
      assertThat(tries).isLessThan(10);
      restoreFails();
      engine.moveClock(LONGEST_RETRY);
    }
    assertThat(incidents.list()).extracting(Stuck::cause).containsExactly(StuckCause.PROOF);
  }

  private void restoreFails() {
    Job restore =
        management
            .createJobQuery()
            .activityId("Task_RestoreAccess")
            .withRetriesLeft()
            .singleResult();
    try {
      management.executeJob(restore.getId());
    } catch (AccessRefused expected) {
      assertThat(expected).hasMessageContaining("not active");
    }
  }
}
