package dev.latchkey.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code message}. Each method joins the caller's transaction. */
@Component
class MessageTable {
  private final JdbcClient jdbc;

  MessageTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  String insert(MessageIntent intent, String targetPrefix, Instant now) {
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into message (id, case_id, code_issue_id, purpose, channel, target, target_hash,
              target_prefix, country, client_hash, locale, state, created_at, changed_at)
            values (:id, :caseId, :codeIssueId, :purpose, :channel, :target, :targetHash,
              :targetPrefix, :country, :clientHash, :locale, 'INTENDED', :now, :now)
            """)
        .param("id", id)
        .param("caseId", intent.caseId())
        .param("codeIssueId", intent.codeIssueId())
        .param("purpose", intent.purpose().key())
        .param("channel", intent.channel().name())
        .param("target", intent.target())
        .param("targetHash", intent.targetHash())
        .param("targetPrefix", targetPrefix)
        .param("country", Targets.country(intent.channel(), intent.target()))
        .param("clientHash", intent.clientHash())
        .param("locale", intent.locale().toLanguageTag())
        .param("now", SqlTime.of(now))
        .update();
    return id;
  }

  Optional<StoredMessage> find(String id) {
    return jdbc.sql("select * from message where id = :id")
        .param("id", id)
        .query(MessageTable::stored)
        .optional();
  }

  Optional<StoredMessage> findByProviderId(String provider, String providerId) {
    return jdbc.sql("select * from message where provider = :provider and provider_id = :id")
        .param("provider", provider)
        .param("id", providerId)
        .query(MessageTable::stored)
        .optional();
  }

  /** Takes a message for sending; false when it is done, or another thread has it. */
  boolean take(String id, Instant now, Instant abandonedBefore) {
    return jdbc.sql(
                """
                update message set state = 'SENDING', changed_at = :now
                where id = :id
                  and (state = 'INTENDED' or (state = 'SENDING' and changed_at < :abandonedBefore))
                """)
            .param("id", id)
            .param("now", SqlTime.of(now))
            .param("abandonedBefore", SqlTime.of(abandonedBefore))
            .update()
        == 1;
  }

  /** Keeps when it is the message's turn. */
  void setTurn(String id, Instant turnAt) {
    jdbc.sql("update message set turn_at = :turnAt where id = :id")
        .param("id", id)
        .param("turnAt", SqlTime.of(turnAt))
        .update();
  }

  /**
   * Gives a message back; nothing if its recovery ended meanwhile, or somebody else has it.
   *
   * @param takenAt when it was taken, UTC
   */
  void putBack(String id, Instant takenAt, Instant now) {
    jdbc.sql(
            """
            update message set state = 'INTENDED', changed_at = :now
            where id = :id
              and (state = 'INTENDED' or (state = 'SENDING' and changed_at = :takenAt))
            """)
        .param("id", id)
        .param("takenAt", SqlTime.of(takenAt))
        .param("now", SqlTime.of(now))
        .update();
  }

  /**
   * Gives a message back after a fault, and counts that; nothing if its recovery ended meanwhile,
   * or somebody else has it.
   *
   * @param takenAt when it was taken, UTC; what nobody took is given back whatever it says
   */
  void giveBack(String id, Instant takenAt, Instant now) {
    jdbc.sql(
            """
            update message set state = 'INTENDED', failures = failures + 1, failed_at = :now,
              changed_at = :now
            where id = :id
              and (state = 'INTENDED' or (state = 'SENDING' and changed_at = :takenAt))
            """)
        .param("id", id)
        .param("takenAt", SqlTime.of(takenAt))
        .param("now", SqlTime.of(now))
        .update();
  }

  /**
   * Stores how a sending ended; an acceptance is the truth even if the recovery ended meanwhile.
   */
  void close(String id, MessageState state, String cause, Instant now) {
    jdbc.sql(
            """
            update message set state = :state, cause = :cause, handed_at = :now, changed_at = :now
            where id = :id
            """)
        .param("id", id)
        .param("state", state.name())
        .param("cause", cause)
        .param("now", SqlTime.of(now))
        .update();
  }

  /**
   * Closes a message that no provider saw, unless it is closed already. What looks sent or refused
   * has the time of a hand-over.
   */
  void closeUnsent(String id, MessageState state, String cause, Instant now) {
    jdbc.sql(
            """
            update message set state = :state, cause = :cause, handed_at = :handedAt,
              changed_at = :now
            where id = :id and state in ('INTENDED', 'SENDING')
            """)
        .param("id", id)
        .param("handedAt", state == MessageState.EXPIRED ? null : SqlTime.of(now))
        .param("state", state.name())
        .param("cause", cause)
        .param("now", SqlTime.of(now))
        .update();
  }

  /**
   * The same for an acceptance, with the provider's own id.
   *
   * @throws org.springframework.dao.DuplicateKeyException if that id is another message's
   */
  void closeAccepted(String id, String provider, String providerId, Instant now) {
    jdbc.sql(
            """
            update message set state = 'ACCEPTED', cause = null, provider = :provider,
              provider_id = :providerId, handed_at = :now, changed_at = :now
            where id = :id
            """)
        .param("id", id)
        .param("provider", provider)
        .param("providerId", providerId)
        .param("now", SqlTime.of(now))
        .update();
  }

  /** Stores a report; false for a replay, and for whatever follows a final report. */
  boolean setReceipt(String id, DeliveryStatus status, String cause, Instant now) {
    return jdbc.sql(
                """
                update message
                set receipt = :status, receipt_cause = :cause, receipt_at = :now, changed_at = :now
                where id = :id and (receipt is null or (receipt = 'SENT' and 'SENT' <> :status))
                """)
            .param("id", id)
            .param("status", status.name())
            .param("cause", cause)
            .param("now", SqlTime.of(now))
            .update()
        == 1;
  }

  /**
   * Whether an earlier code to this decoy was reported as refused by its holder. A number of which
   * that was reported is refused from then on; so must be the decoy, and nobody is opted out by it.
   */
  boolean decoyOptedOut(String targetHash) {
    return jdbc.sql(
                """
                select count(*) from message
                where target_hash = :hash and target is null and receipt_cause = :cause
                """)
            .param("hash", targetHash)
            .param("cause", OptOuts.CAUSE)
            .query(Integer.class)
            .single()
        > 0;
  }

  List<PendingMessage> pendingNotices(String caseId) {
    return jdbc.sql(
            """
            select id, purpose, channel, locale from message
            where case_id = :caseId and code_issue_id is null and state in ('INTENDED', 'SENDING')
            order by created_at, id
            """)
        .param("caseId", caseId)
        .query(
            (row, number) ->
                new PendingMessage(
                    row.getString("id"),
                    Purpose.ofKey(row.getString("purpose")),
                    Channel.valueOf(row.getString("channel")),
                    Locale.forLanguageTag(row.getString("locale"))))
        .list();
  }

  void expireAll(String caseId, Instant now) {
    jdbc.sql(
            """
            update message set state = 'EXPIRED', changed_at = :now
            where case_id = :caseId and state in ('INTENDED', 'SENDING')
            """)
        .param("caseId", caseId)
        .param("now", SqlTime.of(now))
        .update();
  }

  List<MessageRecord> history(String caseId) {
    return jdbc.sql("select * from message where case_id = :caseId order by created_at, id")
        .param("caseId", caseId)
        .query(
            (row, number) ->
                new MessageRecord(
                    Channel.valueOf(row.getString("channel")),
                    Purpose.ofKey(row.getString("purpose")),
                    MessageState.valueOf(row.getString("state")),
                    row.getString("cause"),
                    receipt(row),
                    row.getString("receipt_cause"),
                    SqlTime.read(row, "created_at"),
                    row.getString("code_issue_id")))
        .list();
  }

  private static StoredMessage stored(ResultSet row, int number) throws SQLException {
    return new StoredMessage(
        row.getString("id"),
        row.getString("case_id"),
        row.getString("code_issue_id"),
        Purpose.ofKey(row.getString("purpose")),
        Channel.valueOf(row.getString("channel")),
        row.getString("target"),
        row.getString("target_hash"),
        Locale.forLanguageTag(row.getString("locale")),
        MessageState.valueOf(row.getString("state")),
        receipt(row),
        SqlTime.read(row, "created_at"),
        SqlTime.readNullable(row, "turn_at"));
  }

  private static DeliveryStatus receipt(ResultSet row) throws SQLException {
    String receipt = row.getString("receipt");
    return receipt == null ? null : DeliveryStatus.valueOf(receipt);
  }
}
