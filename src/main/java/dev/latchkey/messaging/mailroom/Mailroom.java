package dev.latchkey.messaging.mailroom;

import dev.latchkey.messaging.Channel;
import dev.latchkey.messaging.ExpectedReceipt;
import dev.latchkey.messaging.OwnTransaction;
import dev.latchkey.messaging.PlannedReceipts;
import dev.latchkey.messaging.Sender.OutgoingMessage;
import dev.latchkey.messaging.Sender.SendResult;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps what would have been sent. Like a real provider it forgets nothing when our transaction
 * rolls back.
 */
class Mailroom {
  static final String PROVIDER = "mailroom";
  private static final int PAGE = 100;

  private final JdbcClient jdbc;
  private final OwnTransaction ownTransaction;
  private final PlannedReceipts receipts;
  private final Clock clock;

  Mailroom(JdbcClient jdbc, OwnTransaction ownTransaction, PlannedReceipts receipts, Clock clock) {
    this.jdbc = jdbc;
    this.receipts = receipts;
    this.ownTransaction = ownTransaction;
    this.clock = clock;
  }

  /**
   * What would have been sent, as the page shows it.
   *
   * @param subject null for a text message
   * @param html null for a text message
   */
  record Item(
      String id,
      Channel channel,
      String sender,
      String target,
      String subject,
      String text,
      String html,
      OffsetDateTime sentAt) {

    /** The text, with its links apart. */
    public List<LinkedText.Piece> pieces() {
      return LinkedText.pieces(text);
    }
  }

  /** Keeps a message; its report follows by itself. */
  SendResult keep(
      Channel channel, String sender, OutgoingMessage message, ExpectedReceipt receipt) {
    String id = UUID.randomUUID().toString();
    ownTransaction.run(
        () -> {
          insert(id, channel, sender, message);
          receipts.plan(message.id(), receipt);
        });
    return new SendResult(id, null);
  }

  private void insert(String id, Channel channel, String sender, OutgoingMessage message) {
    jdbc.sql(
            """
            insert into mailroom_message (id, message_id, channel, sender, target, subject,
              text_body, html_body, sent_at)
            values (:id, :messageId, :channel, :sender, :target, :subject, :text, :html, :now)
            """)
        .param("id", id)
        .param("messageId", message.id())
        .param("channel", channel.name())
        .param("sender", sender)
        .param("target", message.target())
        .param("subject", message.subject())
        .param("text", message.text())
        .param("html", message.html())
        .param("now", clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The newest messages, newest first. */
  List<Item> newest() {
    return jdbc.sql(
            """
            select * from mailroom_message order by sent_at desc, id
            fetch first %d rows only
            """
                .formatted(PAGE))
        .query(Mailroom::item)
        .list();
  }

  /** Numbers that text messages went to, the latest first. */
  List<String> phones() {
    return jdbc.sql(
            """
            select target from mailroom_message where channel = 'TEXT_MESSAGE'
            group by target order by max(sent_at) desc, target
            fetch first 20 rows only
            """)
        .query(String.class)
        .list();
  }

  private static Item item(ResultSet row, int number) throws SQLException {
    return new Item(
        row.getString("id"),
        Channel.valueOf(row.getString("channel")),
        row.getString("sender"),
        row.getString("target"),
        row.getString("subject"),
        row.getString("text_body"),
        row.getString("html_body"),
        row.getObject("sent_at", OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC));
  }
}
