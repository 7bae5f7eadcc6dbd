package dev.latchkey.process;

import dev.latchkey.messaging.ReceiptListener;
import dev.latchkey.proof.CodeUse;
import dev.latchkey.proof.OneTimeCodes;
import dev.latchkey.recovery.RecoveryEngine;
import dev.latchkey.recovery.RecoveryMessage;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lets the process leave its wait when the provider says that the code will not arrive. */
@Component
class EngineReceiptListener implements ReceiptListener {
  private final OneTimeCodes codes;
  private final RecoveryEngine engine;

  EngineReceiptListener(OneTimeCodes codes, RecoveryEngine engine) {
    this.codes = codes;
    this.engine = engine;
  }

  /**
   * A late receipt for a code that has been replaced meanwhile changes nothing, and neither does
   * one for a code that a reviewer wanted: the person must not learn what is on file.
   */
  @Override
  public void undelivered(String caseId, String codeIssueId) {
    boolean stillCounts =
        codes
            .newest(caseId)
            .filter(issue -> issue.id().equals(codeIssueId))
            .filter(issue -> issue.use() != CodeUse.CHALLENGE)
            .isPresent();
    if (stillCounts) {
      engine.deliver(caseId, RecoveryMessage.CODE_UNDELIVERED, Map.of());
    }
  }
}
