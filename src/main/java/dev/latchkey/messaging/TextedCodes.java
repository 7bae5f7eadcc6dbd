package dev.latchkey.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Codes by text message, found by the number that they were for. A decoy of a number that was typed
 * is found like an account's code, so that both move on alike.
 */
@Component
public class TextedCodes {
  /** No code lives longer. */
  private static final Duration LOOKED_AT = Duration.ofMinutes(10);

  private final JdbcClient jdbc;
  private final MessageTable messages;
  private final ObjectProvider<ReceiptListener> listeners;
  private final Clock clock;

  TextedCodes(
      JdbcClient jdbc,
      MessageTable messages,
      ObjectProvider<ReceiptListener> listeners,
      Clock clock) {
    this.jdbc = jdbc;
    this.messages = messages;
    this.listeners = listeners;
    this.clock = clock;
  }

  /**
   * The newest code of a case to a number.
   *
   * @param handedOver whether the provider took it, or would have taken it
   * @param optedOut whether it was not sent, or did not arrive, because the number had opted out
   */
  public record TextedCode(
      String messageId, String caseId, String codeIssueId, boolean handedOver, boolean optedOut) {}

  /** Of each case with a code of the past ten minutes to this number; newest first. */
  @Transactional(readOnly = true)
  public List<TextedCode> of(String targetHash) {
    return jdbc.sql(
            """
            select m.id, m.case_id, m.code_issue_id, m.state, m.cause, m.receipt_cause
            from message m
            where m.target_hash = :hash and m.channel = 'TEXT_MESSAGE'
              and m.code_issue_id is not null and m.created_at > :since
              and not exists (
                select 1 from message newer
                where newer.case_id = m.case_id and newer.target_hash = m.target_hash
                  and newer.code_issue_id is not null and newer.created_at > m.created_at)
            order by m.created_at desc, m.id
            """)
        .param("hash", targetHash)
        .param("since", SqlTime.of(clock.instant().minus(LOOKED_AT)))
        .query(TextedCodes::code)
        .list();
  }

  /**
   * The number opted out: whoever waits for a code there is told at once that none will come. Joins
   * the caller's transaction.
   */
  @Transactional
  public void giveUp(String targetHash) {
    for (TextedCode code : of(targetHash).stream().filter(TextedCode::handedOver).toList()) {
      // Where the carrier reported an arrival, that report stands; the wait ends all the same
      messages.setReceipt(
          code.messageId, DeliveryStatus.UNDELIVERED, OptOuts.CAUSE, clock.instant());
      listeners.forEach(listener -> listener.undelivered(code.caseId, code.codeIssueId));
    }
  }

  private static TextedCode code(ResultSet row, int number) throws SQLException {
    MessageState state = MessageState.valueOf(row.getString("state"));
    return new TextedCode(
        row.getString("id"),
        row.getString("case_id"),
        row.getString("code_issue_id"),
        state == MessageState.ACCEPTED || state == MessageState.SUPPRESSED,
        OptOuts.CAUSE.equals(row.getString("cause"))
            || OptOuts.CAUSE.equals(row.getString("receipt_cause")));
  }
}
