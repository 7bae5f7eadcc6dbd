package dev.latchkey.recovery;

import java.util.Map;

/** The process engine as recoveries see it. Joins the caller's transaction. */
public interface RecoveryEngine {

  /** Starts the process for this purpose; the work happens in a job unless the diagram says so. */
  void start(String caseId, CasePurpose purpose);

  /**
   * Hands a message to the process that waits for it.
   *
   * @param submitted by name ({@link Submitted}): seen by the steps of this transaction, never
   *     stored
   * @return false if nothing of this recovery waits for the message
   * @throws ConcurrentChange if the recovery moved on at the same moment; the transaction is lost
   */
  boolean deliver(String caseId, RecoveryMessage message, Map<String, Object> submitted);

  /** Whether something of this recovery waits for the message now. */
  boolean awaits(String caseId, RecoveryMessage message);
}
