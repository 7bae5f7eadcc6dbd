package dev.latchkey.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.testing.CaseRows;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import dev.latchkey.testing.StorageBeans;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;

class ProofLedgerTests {

  @EachDatabase
  void proofsAreKeptInTheOrderGiven_oneForEachWay(Databases database) {
    StorageBeans beans = StorageBeans.on(database);
    ProofLedger ledger = beans.get(ProofLedger.class);
    String recovery = CaseRows.open(beans.jdbc(), UUID.randomUUID().toString());
    Instant first = beans.clock().instant();

    ledger.record(recovery, Way.TEXT_MESSAGE, "phone");
    beans.clock().advance(Duration.ofMinutes(1));
    ledger.record(recovery, Way.BACKUP_CODE, null);
    ledger.record(recovery, Way.TEXT_MESSAGE, "another phone");

    assertThat(ledger.of(recovery))
        .containsExactly(
            new Proof(Way.TEXT_MESSAGE, "phone", first),
            new Proof(Way.BACKUP_CODE, null, first.plus(Duration.ofMinutes(1))));
  }

  @EachDatabase
  void aProofBelongsToOneRecovery_andToOneThatExists(Databases database) {
    StorageBeans beans = StorageBeans.on(database);
    ProofLedger ledger = beans.get(ProofLedger.class);
    String recovery = CaseRows.open(beans.jdbc(), "account");
    ledger.record(recovery, Way.EMAIL, null);

    assertThat(ledger.of(CaseRows.open(beans.jdbc(), "account"))).isEmpty();
    assertThatExceptionOfType(DataIntegrityViolationException.class)
        .isThrownBy(() -> ledger.record("no such recovery", Way.EMAIL, null));
  }

  @EachDatabase
  void P3_aProofIsUndone_withTheTransactionThatGaveIt(Databases database) {
    StorageBeans beans = StorageBeans.on(database);
    ProofLedger ledger = beans.get(ProofLedger.class);
    String recovery = CaseRows.open(beans.jdbc(), "account");

    beans
        .transaction()
        .executeWithoutResult(
            status -> {
              ledger.record(recovery, Way.EMAIL, null);
              status.setRollbackOnly();
            });

    assertThat(ledger.of(recovery)).isEmpty();
  }
}
