package dev.latchkey.process;

import dev.latchkey.messaging.TextedCodes;
import dev.latchkey.messaging.TextedCodes.TextedCode;
import dev.latchkey.proof.CodeIssue;
import dev.latchkey.proof.CodeUse;
import dev.latchkey.proof.OneTimeCodes;
import dev.latchkey.proof.Proof;
import dev.latchkey.proof.ProofLedger;
import dev.latchkey.proof.Way;
import dev.latchkey.recovery.CaseStore;
import dev.latchkey.recovery.ConcurrentChange;
import dev.latchkey.recovery.RecoveryCase;
import dev.latchkey.recovery.RecoveryEngine;
import dev.latchkey.recovery.RecoveryMessage;
import dev.latchkey.recovery.Submitted;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Codes that were not sent because of an opt-out and wait for the person to opt in. Only the newest
 * open case of a number counts. A decoy of a number that was typed waits like an account (R15).
 */
@Component
class WaitingCodes {
  private final TextedCodes texted;
  private final CaseStore cases;
  private final OneTimeCodes codes;
  private final ProofLedger ledger;
  private final RecoveryEngine engine;
  private final Clock clock;

  WaitingCodes(
      TextedCodes texted,
      CaseStore cases,
      OneTimeCodes codes,
      ProofLedger ledger,
      RecoveryEngine engine,
      Clock clock) {
    this.texted = texted;
    this.cases = cases;
    this.codes = codes;
    this.ledger = ledger;
    this.engine = engine;
    this.clock = clock;
  }

  /** The id of the case whose code waits for this number, or empty. */
  Optional<String> newestFor(String targetHash) {
    return texted.of(targetHash).stream()
        .filter(code -> cases.byId(code.caseId()).filter(RecoveryCase::open).isPresent())
        .findFirst()
        .filter(TextedCode::optedOut)
        .filter(this::stillOfUse)
        .map(TextedCode::caseId)
        .filter(caseId -> engine.awaits(caseId, RecoveryMessage.OPTED_IN));
  }

  /** Not after its time, and not when the case has a proof of the same kind by now. */
  private boolean stillOfUse(TextedCode code) {
    return codes
        .byId(code.codeIssueId())
        .filter(issue -> issue.use() == CodeUse.PROOF)
        .map(CodeIssue::expiresAt)
        .filter(clock.instant()::isBefore)
        .filter(expiry -> ledger.of(code.caseId()).stream().noneMatch(WaitingCodes::ofSameKind))
        .isPresent();
  }

  private static boolean ofSameKind(Proof proof) {
    return proof.way().kind() == Way.TEXT_MESSAGE.kind();
  }

  /**
   * Lets the case that waits go back to the text message, whatever step of proving it has come to.
   *
   * @throws ConcurrentChange if it moves on at this moment: to be tried again
   */
  void sendTo(String targetHash) {
    newestFor(targetHash)
        .ifPresent(
            caseId -> {
              if (cases.tryLock(caseId).isEmpty()) {
                throw new ConcurrentChange(null);
              }
              engine.deliver(
                  caseId,
                  RecoveryMessage.OPTED_IN,
                  Map.of(Submitted.CHOSEN_WAY, Way.TEXT_MESSAGE.key()));
            });
  }
}
