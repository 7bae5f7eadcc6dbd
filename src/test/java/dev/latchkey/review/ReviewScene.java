package dev.latchkey.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.proof.Way;
import dev.latchkey.recovery.Answer;
import dev.latchkey.recovery.RecoveryScene;
import dev.latchkey.testing.Guest;
import dev.latchkey.testing.Persona;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A person asks support, supporters decide. Of the staff, sora and lena are support, omar is a lead
 * as well.
 */
abstract class ReviewScene extends RecoveryScene {
  protected static final String NOBODYS_NUMBER = "+819099990002";

  @Autowired protected TaskService tasks;
  @Autowired protected FormService forms;
  @Autowired protected RuntimeService runtime;
  @Autowired protected IdentityService identity;
  @Autowired protected Reviews reviews;
  @Autowired protected Clearances clearances;
  @Autowired protected Inquiries inquiries;

  @AfterEach
  void signOut() {
    identity.clearAuthentication();
  }

  protected Guest asksSupport(Persona person) {
    return states(opens(person.phoneNumber()), UUID.randomUUID() + "@example.net");
  }

  protected Guest states(Guest guest, String contact) {
    guest.wants(Way.HUMAN_REVIEW);
    assertThat(guest.sees().step()).isEqualTo("describe-situation");
    guest.answers(
        new Answer.Statement("My phone fell into the sea.", "phone", "last Monday", contact));
    engine.runJobs();
    assertThat(guest.sees().step()).isEqualTo("enter-code");
    assertThat(guest.sees().confirmsContact()).isTrue();
    guest.enters(post.codeAt(contact));
    engine.runJobs();
    assertThat(guest.sees().step()).isEqualTo("await-review");
    return guest;
  }

  protected Task taskOf(Guest guest) {
    return tasks.createTaskQuery().processInstanceBusinessKey(guest.sees().caseId()).singleResult();
  }

  /** Completes the task as this login, without claiming it first. */
  protected void completes(String login, Task task, Map<String, Object> form) {
    identity.setAuthentication(login, List.of("support"));
    try {
      tasks.complete(task.getId(), form);
    } finally {
      identity.clearAuthentication();
    }
  }

  /** Claims the open task and completes it, then lets jobs run. */
  protected void decides(String login, Guest guest, Map<String, Object> form) {
    Task task = taskOf(guest);
    tasks.claim(task.getId(), login);
    completes(login, task, form);
    engine.runJobs();
  }

  protected static Map<String, Object> approve() {
    return form("approve", "identity-confirmed");
  }

  protected static Map<String, Object> decline() {
    return form("decline", "not-convincing");
  }

  protected static Map<String, Object> form(String decision, String reason) {
    return Map.of("decision", decision, "reason", reason, "note", "Looked at everything.");
  }

  /** Asks questions, with a challenge or an empty text for none. */
  protected static Map<String, Object> ask(String questions, String challenge) {
    return Map.of("decision", "ask", "questions", questions, "challenge", challenge);
  }

  protected static Map<String, Object> with(
      Map<String, Object> form, String variable, Object value) {
    Map<String, Object> changed = new HashMap<>(form);
    changed.put(variable, value);
    return changed;
  }

  /** Outcomes in the audit log of this case, oldest first, each with its actor and detail. */
  protected List<String> audited(Guest guest) {
    return jdbc.sql(
            """
            select actor, outcome, detail from audit_entry
            where case_id = ? and action = 'review' order by at
            """)
        .param(guest.sees().caseId())
        .query(
            (row, number) ->
                row.getString("actor")
                    + " "
                    + row.getString("outcome")
                    + " "
                    + row.getString("detail"))
        .list();
  }

  /** Ways of the proofs in the ledger. */
  protected List<String> proofsOf(Guest guest) {
    return jdbc.sql("select way from proof where case_id = ?")
        .param(guest.sees().caseId())
        .query(String.class)
        .list();
  }
}
