package dev.latchkey.messaging;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Addresses that want nothing from us any more. */
@Component
public class OptOuts {
  /** The cause of a refusal because of it. */
  static final String CAUSE = "opted-out";

  private final JdbcClient jdbc;
  private final OwnTransaction ownTransaction;
  private final Clock clock;

  OptOuts(JdbcClient jdbc, OwnTransaction ownTransaction, Clock clock) {
    this.jdbc = jdbc;
    this.ownTransaction = ownTransaction;
    this.clock = clock;
  }

  boolean contains(String targetHash) {
    return jdbc.sql("select count(*) from opt_out where target_hash = :hash")
            .param("hash", targetHash)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Whether the owner of the number asked for messages lately. */
  boolean optedIn(String targetHash) {
    return jdbc.sql(
                """
                select count(*) from inbound_text
                where sender_hash = :hash and keyword = :optIn
                """)
            .param("hash", targetHash)
            .param("optIn", Keyword.OPT_IN.key())
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Idempotent, and kept even if the caller's transaction rolls back. */
  public void note(Channel channel, String targetHash) {
    ownTransaction.runUnlessDuplicate(
        () ->
            jdbc.sql(
                    """
                    insert into opt_out (target_hash, channel, noted_at)
                    values (:hash, :channel, :now)
                    """)
                .param("hash", targetHash)
                .param("channel", channel.name())
                .param("now", SqlTime.of(clock.instant()))
                .update());
  }

  /** The owner wants messages again. Joins the caller's transaction; idempotent. */
  public void clear(String targetHash) {
    jdbc.sql("delete from opt_out where target_hash = :hash").param("hash", targetHash).update();
  }
}
