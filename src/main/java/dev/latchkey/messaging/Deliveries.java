package dev.latchkey.messaging;

import dev.latchkey.messaging.Delivery.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of the codes of a case. A decoy's codes are told like those that were sent. */
@Component
public class Deliveries {
  private final JdbcClient jdbc;
  private final ReceiptShares shares;

  Deliveries(JdbcClient jdbc, ReceiptShares shares) {
    this.jdbc = jdbc;
    this.shares = shares;
  }

  /**
   * The codes of this case, newest first; notices are not among them, nor are codes that a reviewer
   * wanted: their way would tell the person what is on file.
   */
  public List<Delivery> ofCodes(String caseId) {
    return jdbc
        .sql(
            """
            select channel, state, cause, receipt, receipt_cause, created_at, receipt_at
            from message where case_id = :caseId and code_issue_id is not null
              and purpose <> :challenge
            order by created_at desc, id desc
            """)
        .param("caseId", caseId)
        .param("challenge", Purpose.CHALLENGE_CODE.key())
        .query(Deliveries::delivery)
        .list()
        .stream()
        .map(this::toBeTold)
        .toList();
  }

  /** An arrival is kept back while it would tell an account from a decoy. */
  private Delivery toBeTold(Delivery known) {
    return known.state() == State.DELIVERED && !shares.tellsNothing(known.channel())
        ? new Delivery(known.channel(), State.SENT, null, known.intendedAt(), null)
        : known;
  }

  private static Delivery delivery(ResultSet row, int number) throws SQLException {
    State state = state(MessageState.valueOf(row.getString("state")), row.getString("receipt"));
    String refused = row.getString("cause");
    return new Delivery(
        Channel.valueOf(row.getString("channel")),
        state,
        state != State.UNDELIVERED
            ? null
            : refused == null ? row.getString("receipt_cause") : refused,
        SqlTime.read(row, "created_at"),
        finallyReported(state) ? SqlTime.readNullable(row, "receipt_at") : null);
  }

  /** A report that it is on its way does not come for decoys, so it is not told for others. */
  private static boolean finallyReported(State state) {
    return state == State.DELIVERED || state == State.UNDELIVERED;
  }

  private static State state(MessageState sending, String receipt) {
    return switch (sending) {
      case INTENDED, SENDING -> State.QUEUED;
      case REFUSED -> State.UNDELIVERED;
      case EXPIRED -> State.EXPIRED;
      case ACCEPTED, SUPPRESSED -> reported(receipt);
    };
  }

  private static State reported(String receipt) {
    if (receipt == null) {
      return State.SENT;
    }
    return switch (DeliveryStatus.valueOf(receipt)) {
      case SENT -> State.SENT;
      case DELIVERED -> State.DELIVERED;
      case UNDELIVERED -> State.UNDELIVERED;
    };
  }
}
