package dev.latchkey.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Reports of messages that no outside provider reports on: decoys, and what the embedded mailroom
 * keeps. Each is recorded at its moment as a provider's would be, once, also with several nodes and
 * after a restart.
 */
@Component
public class PlannedReceipts {
  private static final Logger LOG = LoggerFactory.getLogger(PlannedReceipts.class);
  private static final int AT_ONCE = 200;

  private final JdbcClient jdbc;
  private final Receipts receipts;
  private final OwnTransaction ownTransaction;
  private final TaskScheduler alarm;
  private final Clock clock;

  PlannedReceipts(
      JdbcClient jdbc,
      Receipts receipts,
      OwnTransaction ownTransaction,
      TaskScheduler alarm,
      Clock clock) {
    this.jdbc = jdbc;
    this.receipts = receipts;
    this.ownTransaction = ownTransaction;
    this.alarm = alarm;
    this.clock = clock;
  }

  private record Planned(DeliveryStatus status, String cause) {}

  /**
   * Plans the report of a message that is accepted now; an earlier plan for it is dropped. Joins
   * the caller's transaction, which there must be.
   */
  public void plan(String messageId, ExpectedReceipt expected) {
    jdbc.sql("delete from planned_receipt where message_id = :id").param("id", messageId).update();
    if (expected.status() == null) {
      return;
    }
    Instant due = clock.instant().plus(expected.after());
    jdbc.sql(
            """
            insert into planned_receipt (message_id, status, cause, due_at)
            values (:id, :status, :cause, :due)
            """)
        .param("id", messageId)
        .param("status", expected.status().name())
        .param("cause", expected.cause())
        .param("due", SqlTime.of(due))
        .update();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            ringAt(due, messageId);
          }
        });
  }

  /** The alarm goes by real time; our own clock may have been moved. */
  private void ringAt(Instant due, String messageId) {
    Duration left = Duration.between(clock.instant(), due);
    try {
      // A failure is left to the look at what is due
      Future<?> unused =
          alarm.schedule(() -> record(messageId), alarm.getClock().instant().plus(left));
    } catch (TaskRejectedException stopping) {
      LOG.debug("A planned receipt is left to the next start", stopping);
    }
  }

  /** Records what is due and was not recorded at its moment, because no node was there. */
  @Scheduled(fixedDelayString = "PT5S")
  public void recordDue() {
    jdbc.sql(
            """
            select message_id from planned_receipt where due_at <= :now
            order by due_at fetch first %d rows only
            """
                .formatted(AT_ONCE))
        .param("now", SqlTime.of(clock.instant()))
        .query(String.class)
        .list()
        .forEach(this::record);
  }

  /** A fault leaves the plan for the next look; the others are recorded nevertheless. */
  private void record(String messageId) {
    try {
      ownTransaction.runUntilAlone(() -> recordPlanned(messageId));
    } catch (RuntimeException fault) {
      LOG.warn("A planned receipt could not be recorded; it is tried again", fault);
    }
  }

  private void recordPlanned(String messageId) {
    jdbc.sql(
            """
            select status, cause from planned_receipt
            where message_id = :id for update skip locked
            """)
        .param("id", messageId)
        .query(PlannedReceipts::planned)
        .optional()
        .ifPresent(
            planned -> {
              receipts.recordOf(messageId, planned.status, planned.cause);
              jdbc.sql("delete from planned_receipt where message_id = :id")
                  .param("id", messageId)
                  .update();
            });
  }

  private static Planned planned(ResultSet row, int number) throws SQLException {
    return new Planned(DeliveryStatus.valueOf(row.getString("status")), row.getString("cause"));
  }
}
