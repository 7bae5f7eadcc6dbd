package dev.latchkey.messaging;

/** Told when a provider reports what became of a message; the process engine listens. */
public interface ReceiptListener {

  /**
   * A message will not arrive. Called once per message, in the transaction that records the
   * receipt.
   *
   * @param caseId the recovery that sent it
   * @param codeIssueId the code it carried, or null
   * @throws org.springframework.dao.ConcurrencyFailureException if the listener's own rows were
   *     changed at the same moment; the receipt is then recorded once more
   */
  void undelivered(String caseId, String codeIssueId);
}
