package dev.latchkey.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.recovery.DatabaseSearch;
import dev.latchkey.recovery.RecoveryStatus;
import dev.latchkey.testing.Guest;
import dev.latchkey.testing.Persona;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may decide, how many it takes, and what the person hears. */
abstract class DecisionScenarios extends ReviewScene {
  private static final Duration FOUR_HOURS = Duration.ofHours(4).plusMinutes(1);

  private static final String TOO_CLOSE =
      "This account shares an address or a number with you: leave the decision to a colleague.";

  @Autowired private ProcessEngineConfigurationImpl configuration;

  private Persona admin() {
    return Persona.withPhoneAndEmail().ofAdministrator().in(jdbc);
  }

  private void writeMail(String login, String mail) {
    User user = identity.createUserQuery().userId(login).singleResult();
    user.setEmail(mail);
    identity.saveUser(user);
  }

  @AfterEach
  void forgetTheMail() {
    identity.clearAuthentication();
    writeMail("sora", null);
  }

  private void isRefused(String login, Guest guest, Map<String, Object> form, String sentence) {
    Task task = taskOf(guest);
    tasks.setAssignee(task.getId(), login);
    assertThatThrownBy(() -> completes(login, task, form))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessage(sentence);
    assertThat(taskOf(guest).getId()).isEqualTo(task.getId());
    assertThat(proofsOf(guest)).isEmpty();
  }

  @Test
  void F4_anAdministratorsAccountTakesALeadAsWell() {
    Guest guest = asksSupport(admin());
    decides("sora", guest, approve());
    assertThat(guest.sees().step()).isEqualTo("await-review");
    assertThat(taskOf(guest).getName()).isEqualTo("Approve recovery");
    assertThat(proofsOf(guest)).isEmpty();

    decides("omar", guest, approve());
    assertThat(guest.sees().step()).isEqualTo("hold");
    assertThat(audited(guest))
        .containsExactly(
            "sora approved-first identity-confirmed", "omar approved identity-confirmed");
  }

  @Test
  void F4_highRiskTakesALeadAsWell() {
    Persona person = person();
    Guest stopped = asksSupport(person);
    decides("sora", stopped, approve());
    recoveries.object(post.objectionAt(person.emailAddress()));
    engine.runJobs();
    engine.moveClock(Duration.ofMinutes(11));

    Guest guest = asksSupport(person);
    assertThat(reviews.demandOn(guest.sees().caseId()).orElseThrow())
        .isEqualTo(new Demand(2, RiskLevel.HIGH, Duration.ofHours(24)));
    decides("sora", guest, approve());
    assertThat(taskOf(guest).getName()).isEqualTo("Approve recovery");
  }

  @Test
  void R14_theShortHoldOfThePolicy_takesThePlaceOfThePlans() {
    Persona person = person();
    Guest stopped = asksSupport(person);
    recoveries.object(post.objectionAt(person.emailAddress()));
    engine.runJobs();
    assertThat(stopped.sees().status()).isEqualTo(RecoveryStatus.STOPPED);
    engine.moveClock(Duration.ofMinutes(11));
    Guest guest = asksSupport(person);
    decides("sora", guest, approve());
    decides("omar", guest, approve());

    assertThat(
            jdbc.sql(
                    """
                    select v.text_ from act_ru_variable v join act_ru_execution e
                      on e.id_ = v.execution_id_
                    where e.business_key_ = ? and v.name_ = 'holdWithStrongerProof'
                    """)
                .param(guest.sees().caseId())
                .query(String.class)
                .list())
        .containsOnly("PT24H");
  }

  @Test
  void F4_theSecondCanDecline() {
    Guest guest = opens(admin().phoneNumber());
    states(guest, "second@example.net");
    decides("sora", guest, approve());
    decides("omar", guest, form("decline", "contradictions"));

    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.DECLINED);
    assertThat(post.newestAt("second@example.net")).contains("does not fit what we know");
    assertThat(proofsOf(guest)).isEmpty();
  }

  @Test
  void R22_T21_nobodyApprovesTwice() {
    Guest guest = asksSupport(admin());
    decides("omar", guest, approve());

    isRefused(
        "omar",
        guest,
        approve(),
        "You approved this request already: a second approval needs somebody else.");
    assertThat(audited(guest)).contains("omar refused same-person");
  }

  @Test
  void R22_whoIsNoLeadGivesNoSecondApproval() {
    Guest guest = asksSupport(admin());
    decides("sora", guest, approve());

    isRefused("lena", guest, approve(), "The second approval is for support leads.");
    assertThat(audited(guest)).contains("lena refused not-a-lead");
  }

  @Test
  void R22_aLoginThatBringsAForeignGroupAlong_isNoLead() {
    Guest guest = asksSupport(admin());
    decides("sora", guest, approve());
    Task task = taskOf(guest);
    tasks.claim(task.getId(), "lena");
    identity.setAuthentication("lena", List.of("support", "support-lead"));

    assertThatThrownBy(() -> tasks.complete(task.getId(), approve()))
        .hasMessageContaining("for support leads");
  }

  @Test
  void F4_aSecondApprovalIsAYesOrANo() {
    Guest guest = asksSupport(admin());
    decides("sora", guest, approve());

    isRefused(
        "omar",
        guest,
        ask("account-since", ""),
        "A second approval is a yes or a no: approve or decline.");
  }

  @Test
  void R22_T21_nobodyDecidesAboutTheirOwnAccount_inAnySpelling() {
    Persona person = person();
    Guest guest = asksSupport(person);
    String login = person.userName().toUpperCase(java.util.Locale.ROOT);

    isRefused(
        login, guest, decline(), "This is your own account: leave the decision to a colleague.");
    assertThat(audited(guest)).containsExactly(login + " refused own-account");
  }

  @Test
  void R22_T21_nobodyDecidesAboutAnAccountWithTheirMail() {
    Persona person = person();
    writeMail("sora", person.emailAddress());

    isRefused("sora", asksSupport(person), approve(), TOO_CLOSE);
  }

  @Test
  void R22_T21_norAboutARequestThatIsAnsweredToTheirMail() {
    String mail = UUID.randomUUID() + "@example.net";
    writeMail("sora", mail);
    Guest guest = states(opens(person().phoneNumber()), mail);

    isRefused("sora", guest, approve(), TOO_CLOSE);
  }

  @Test
  void R22_T21_norAboutAnAccountThatSharesANumberWithTheirs() {
    Persona reviewer = person();
    Persona person = person();
    jdbc.sql("update account_address set address = ? where account_id = ? and kind = 'PHONE'")
        .params(reviewer.phoneNumber(), person.id())
        .update();
    Guest guest = states(opens(person.emailAddress()), UUID.randomUUID() + "@example.net");
    writeMail("sora", reviewer.emailAddress());

    isRefused("sora", guest, approve(), TOO_CLOSE);
    isRefused(reviewer.userName(), guest, approve(), TOO_CLOSE);
  }

  @Test
  void F4_aDecisionNeedsANote_andNoLongerOneThanFits() {
    Guest guest = asksSupport(person());

    isRefused(
        "sora",
        guest,
        Map.of("decision", "approve", "reason", "identity-confirmed"),
        "Write a note that says what you looked at.");
    isRefused(
        "sora",
        guest,
        with(approve(), "note", "x".repeat(2001)),
        "Keep the note to 2,000 characters.");
    isRefused(
        "sora", guest, with(approve(), "note", 7L), "Write a note that says what you looked at.");
  }

  @Test
  void F4_aDecisionIsOneOfThree_withAReasonThatFits() {
    Guest guest = asksSupport(person());

    isRefused("sora", guest, form("maybe", ""), "Choose approve, decline or ask.");
    isRefused(
        "sora", guest, form("decline", "documents-fit"), "Choose a reason that fits the decision.");
  }

  @Test
  void R22_T21_whoIsNotSupport_decidesNothing() {
    Guest guest = asksSupport(person());

    isRefused("noor", guest, decline(), "Requests are decided by support.");
    isRefused("admin", guest, approve(), "Requests are decided by support.");
    assertThat(audited(guest))
        .containsExactly("noor refused not-support", "admin refused not-support");
  }

  @Test
  void T21_whatTheFormDoesNotAskFor_isRefused_andChangesNothing() {
    Guest guest = asksSupport(admin());
    Guest other = asksSupport(person());
    for (Map.Entry<String, Object> forged :
        Map.<String, Object>of(
                "reviewer",
                "omar",
                "caseId",
                other.sees().caseId(),
                "accountKind",
                "standard",
                "secondApproval",
                false,
                "approved",
                true,
                "reviewers",
                1L)
            .entrySet()) {
      isRefused(
          "sora",
          guest,
          with(approve(), forged.getKey(), forged.getValue()),
          "The form has decision, reason, note, questions and challenge: leave out whatever else"
              + " you send.");
    }
    assertThat(audited(guest)).hasSize(6).containsOnly("sora refused unknown-field");
    assertThat(proofsOf(other)).isEmpty();
  }

  @Test
  void R24_whatAReviewerWrites_isNeverInTheEngine_whateverHistoryItKeeps() {
    Guest guest = asksSupport(admin());
    Guest declined = asksSupport(person());
    String note = "Spoke to them: " + UUID.randomUUID();
    withFullHistory(
        () -> {
          Map<String, Object> form = with(approve(), "note", note);
          decides("sora", guest, form);
          submits("omar", guest, form);
          submits("sora", declined, with(decline(), "note", note));
        });

    assertThat(guest.sees().step()).isEqualTo("hold");
    assertThat(declined.sees().status()).isEqualTo(RecoveryStatus.DECLINED);
    assertThat(new DatabaseSearch(jdbc).tablesWith(note))
        .containsExactlyInAnyOrder("review", "review_clearance");
    assertThat(
            jdbc.sql("select count(*) from act_hi_varinst where name_ in ('note', 'decision')")
                .query(Integer.class)
                .single())
        .isZero();
  }

  /** As Tasklist completes a task: by its form. */
  private void submits(String login, Guest guest, Map<String, Object> form) {
    Task task = taskOf(guest);
    tasks.claim(task.getId(), login);
    identity.setAuthentication(login, List.of("support"));
    try {
      forms.submitTaskForm(task.getId(), form);
    } finally {
      identity.clearAuthentication();
    }
    engine.runJobs();
  }

  private void withFullHistory(Runnable work) {
    HistoryLevel before = configuration.getHistoryLevel();
    configuration.setHistoryLevel(HistoryLevel.HISTORY_LEVEL_FULL);
    try {
      work.run();
    } finally {
      configuration.setHistoryLevel(before);
    }
  }

  @Test
  void R23_whatALeadFoundOut_isRecorded_andNotKeptByTheEngine() {
    Persona person = person();
    Guest guest = asksSupport(person);
    recoveries.object(post.objectionAt(person.emailAddress()));
    engine.runJobs();
    String words = UUID.randomUUID().toString().replaceAll("[0-9-]", "x");
    String note = "Called " + person.phoneNumber() + ", " + words;
    Task task = taskOf(guest);
    tasks.claim(task.getId(), "omar");
    assertThatThrownBy(() -> completes("omar", task, Map.of("finding", "", "note", note)))
        .hasMessage("Choose what you found out.");
    withFullHistory(
        () -> completes("omar", task, Map.of("finding", "takeover-prevented", "note", note)));

    assertThat(
            jdbc.sql(
                    """
                    select actor || ' ' || outcome || ' ' || detail from audit_entry
                    where case_id = ? and action = 'look-into-takeover'
                    """)
                .param(guest.sees().caseId())
                .query(String.class)
                .list())
        .containsExactly(
            "omar takeover-prevented Called •••"
                + person.phoneNumber().substring(11)
                + ", "
                + words);
    assertThat(new DatabaseSearch(jdbc).tablesWith(words)).containsExactly("audit_entry");
  }

  @Test
  void R22_T21_approvalsOfAnEarlierRequest_countNoMore() {
    Guest guest = asksSupport(admin());
    decides("sora", guest, approve());
    String caseId = guest.sees().caseId();
    assertThat(clearances.recorded(caseId)).hasSize(1);

    reviews.state(caseId, "Again.", "", "", UUID.randomUUID() + "@example.net");
    reviews.confirmContact(caseId);

    assertThat(clearances.recorded(caseId)).isEmpty();
    decides("omar", guest, approve());
    assertThat(proofsOf(guest)).isEmpty();
  }

  @Test
  void R25_T21_aDiagramThatLeavesOutTheSecondApproval_opensNothing() {
    Guest guest = asksSupport(admin());
    decides("sora", guest, approve());
    Task task = taskOf(guest);
    runtime
        .createProcessInstanceModification(task.getProcessInstanceId())
        .cancelAllForActivity("Task_ApproveRecovery")
        .startBeforeActivity("EndEvent_Approved")
        .execute();
    engine.runJobs();

    assertThat(proofsOf(guest)).isEmpty();
    assertThat(guest.sees().step()).isNotIn("hold", "choose-password");
  }

  @Test
  void R25_T21_aDecisionIsTakenUpOnce() {
    Guest guest = asksSupport(admin());
    decides("sora", guest, approve());
    String review = taskOf(guest).getProcessInstanceId();

    assertThat(clearances.takeUp(guest.sees().caseId(), "sora")).isEmpty();
    assertThatThrownBy(
            () ->
                runtime
                    .createProcessInstanceModification(review)
                    .startBeforeActivity("Task_RecordSecondDecision")
                    .execute())
        .hasMessageContaining("No decision");
    assertThat(proofsOf(guest)).isEmpty();
  }

  @Test
  void R22_R25_withoutAPolicy_andForAdministrators_oneApprovalIsNeverEnough() {
    Guest guest = asksSupport(person());
    jdbc.sql("update review set reviewers = null where case_id = ?")
        .param(guest.sees().caseId())
        .update();
    decides("sora", guest, approve());
    assertThat(proofsOf(guest)).isEmpty();

    Guest admins = asksSupport(admin());
    jdbc.sql("update review set reviewers = 1 where case_id = ?")
        .param(admins.sees().caseId())
        .update();
    decides("sora", admins, approve());
    assertThat(proofsOf(admins)).isEmpty();
  }

  @Test
  void R22_aDemandOfThePolicyIsNeverLowered() {
    Guest guest = asksSupport(admin());
    reviews.demand(guest.sees().caseId(), new Demand(1, RiskLevel.LOW, Duration.ofHours(4)));

    assertThat(reviews.demandOn(guest.sees().caseId()).orElseThrow().reviewers()).isEqualTo(2);
  }

  @Test
  void F5_aSecondApprovalThatNobodyGives_movesUpAfter4And24Hours() {
    Guest guest = asksSupport(admin());
    engine.pass(FOUR_HOURS);
    assertThat(taskOf(guest).getPriority()).isEqualTo(75);
    decides("sora", guest, approve());
    assertThat(taskOf(guest).getPriority()).isEqualTo(50);
    engine.pass(FOUR_HOURS);
    assertThat(taskOf(guest).getPriority()).isEqualTo(75);
    engine.pass(Duration.ofHours(20));

    assertThat(taskOf(guest).getPriority()).isEqualTo(100);
    assertThat(tasks.getIdentityLinksForTask(taskOf(guest).getId()))
        .extracting(link -> link.getGroupId())
        .containsExactly("support-lead");
  }

  @Test
  void R24_afterTheFirstApprovalTheNoteIsNotInTheEngine() {
    Guest guest = asksSupport(admin());
    decides("sora", guest, approve());

    assertThat(runtime.getVariables(taskOf(guest).getExecutionId()).keySet())
        .doesNotContain("caseFile", "note", "reason", "decision");
  }
}
