package dev.latchkey.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.process.PastTheGuard;
import dev.latchkey.secret.Tokens;
import dev.latchkey.testing.FreshH2;
import dev.latchkey.testing.Persona;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.ContextConfiguration;

/** Restoring access asks the proof ledger, whatever the diagram says (R25). */
@ContextConfiguration(initializers = FreshH2.class)
class LockTests extends RecoveryScene {
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired ProcessEngine processEngine;

  private String caseOf(Persona person) {
    String id = UUID.randomUUID().toString();
    cases.insert(
        new NewCase(
            id,
            Tokens.hash(id),
            Tokens.hash("objection" + id),
            CasePurpose.PASSWORD,
            dev.latchkey.directory.IdentifierKind.PHONE,
            person.phoneNumber(),
            null,
            person.id(),
            "client",
            null,
            null,
            Locale.ENGLISH,
            java.time.Instant.now()));
    cases.writeLookup(id, person.id(), null, null, person.id());
    cases.keepPendingPassword(id, "$argon2id$chosen-by-somebody");
    return id;
  }

  private ProcessInstance runsAroundTheProofs(String caseId) throws java.io.IOException {
    String diagram =
        new ClassPathResource("refused/around-the-proofs.bpmn")
            .getContentAsString(StandardCharsets.UTF_8);
    PastTheGuard.deploy(
        processEngine,
        repository
            .createDeployment()
            .addString("around-the-proofs.bpmn", diagram)
            .enableDuplicateFiltering(true));
    ProcessInstance instance = runtime.startProcessInstanceByKey("AroundTheProofs", caseId);
    Job restore = management.createJobQuery().processInstanceId(instance.getId()).singleResult();
    try {
      management.executeJob(restore.getId());
    } catch (AccessRefused refused) {
      return instance;
    }
    return instance;
  }

  @Test
  void R25_aDiagramDrawnAroundTheProofs_endsInAnIncidentAndNoReset() throws Exception {
    Persona person = person();
    String caseId = caseOf(person);
    ProcessInstance instance = runsAroundTheProofs(caseId);

    assertThat(runtime.createIncidentQuery().processInstanceId(instance.getId()).list())
        .singleElement()
        .satisfies(
            incident -> assertThat(incident.getIncidentMessage()).contains("the recorded proofs"));
    assertThat(passwordOf(person)).isNull();
    assertThat(cases.byId(caseId).orElseThrow().status()).isEqualTo(RecoveryStatus.OPEN);
  }

  @Test
  void R25_oneProofIsNotEnoughForASecondFactor() throws Exception {
    Persona person = Persona.withPhoneAndEmail().withSecondFactor().in(jdbc);
    String caseId = caseOf(person);
    prove(caseId, "text-message", "ISSUED");
    runsAroundTheProofs(caseId);

    assertThat(passwordOf(person)).isNull();
  }

  @Test
  void R25_R14_aReviewWithoutItsHoldIsRefused() throws Exception {
    Persona person = person();
    String caseId = caseOf(person);
    prove(caseId, "human-review", "REVIEWED");
    runsAroundTheProofs(caseId);

    assertThat(passwordOf(person)).isNull();
  }

  @Test
  void R25_withEnoughProofTheSameDiagramResets() throws Exception {
    Persona person = person();
    String caseId = caseOf(person);
    prove(caseId, "text-message", "ISSUED");
    runsAroundTheProofs(caseId);

    assertThat(passwordOf(person)).isEqualTo("$argon2id$chosen-by-somebody");
  }

  private void prove(String caseId, String way, String kind) {
    jdbc.sql("insert into proof (id, case_id, way, kind, proven_at) values (?, ?, ?, ?, ?)")
        .params(
            UUID.randomUUID().toString(),
            caseId,
            way,
            kind,
            java.time.OffsetDateTime.now(java.time.ZoneOffset.UTC))
        .update();
  }
}
