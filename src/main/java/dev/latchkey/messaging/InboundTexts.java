package dev.latchkey.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Text messages that people send to the service. Of their text only the keyword is kept. */
@Component
public class InboundTexts {
  private final JdbcClient jdbc;
  private final TargetHasher hasher;
  private final OwnTransaction ownTransaction;
  private final ObjectProvider<InboundTextListener> listeners;
  private final Clock clock;

  InboundTexts(
      JdbcClient jdbc,
      TargetHasher hasher,
      OwnTransaction ownTransaction,
      ObjectProvider<InboundTextListener> listeners,
      Clock clock) {
    this.jdbc = jdbc;
    this.hasher = hasher;
    this.ownTransaction = ownTransaction;
    this.listeners = listeners;
    this.clock = clock;
  }

  /**
   * Stores a message once and tells the listeners; both are committed when this returns. A replay
   * has no effect.
   *
   * @param provider as {@link Sender#provider()} says
   * @param providerId the provider's id of the message
   * @param from number of the sender; without a plus sign it is none
   * @param answered whether the provider answers it by itself
   * @return false if nothing was done because the sender is no telephone, such as a short code
   */
  public boolean receive(
      String provider, String providerId, String from, Keyword keyword, boolean answered) {
    Optional<String> sender = Targets.number(from);
    sender.ifPresent(
        number -> {
          String id = UUID.randomUUID().toString();
          ownTransaction.runUnlessDuplicate(
              () -> {
                insert(id, provider, providerId, number, keyword, answered);
                listeners.forEach(listener -> listener.received(id));
              });
        });
    return sender.isPresent();
  }

  private void insert(
      String id,
      String provider,
      String providerId,
      String sender,
      Keyword keyword,
      boolean answered) {
    jdbc.sql(
            """
            insert into inbound_text (id, provider, provider_id, sender, sender_hash, keyword,
              answered, received_at)
            values (:id, :provider, :providerId, :sender, :hash, :keyword, :answered, :now)
            """)
        .param("id", id)
        .param("provider", provider)
        .param("providerId", providerId)
        .param("sender", sender)
        .param("hash", hasher.hash(Channel.TEXT_MESSAGE, sender))
        .param("keyword", keyword.key())
        .param("answered", answered)
        .param("now", SqlTime.of(clock.instant()))
        .update();
  }

  /**
   * A stored message. Joins the caller's transaction.
   *
   * @throws IllegalStateException if there is none, which only a lost database explains
   */
  @Transactional(readOnly = true)
  public InboundText get(String inboundId) {
    return jdbc.sql("select * from inbound_text where id = :id")
        .param("id", inboundId)
        .query(InboundTexts::text)
        .optional()
        .orElseThrow(() -> new IllegalStateException("No inbound text message " + inboundId));
  }

  /**
   * Whether the number changed its mind since: of START and STOP sent in a hurry the later one
   * counts, in whatever order they are worked through. Joins the caller's transaction.
   */
  @Transactional(readOnly = true)
  public boolean overtaken(InboundText text) {
    return jdbc.sql(
                """
                select count(*) from inbound_text
                where sender_hash = :hash and received_at > :at and keyword in ('opt-in', 'opt-out')
                """)
            .param("hash", text.senderHash())
            .param("at", SqlTime.of(text.receivedAt()))
            .query(Integer.class)
            .single()
        > 0;
  }

  private static InboundText text(ResultSet row, int number) throws SQLException {
    return new InboundText(
        row.getString("id"),
        row.getString("sender"),
        row.getString("sender_hash"),
        Keyword.ofKey(row.getString("keyword")),
        row.getBoolean("answered"),
        SqlTime.read(row, "received_at"));
  }
}
