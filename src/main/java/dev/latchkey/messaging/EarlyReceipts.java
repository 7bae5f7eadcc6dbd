package dev.latchkey.messaging;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Receipts that came before we had stored which message they are about. */
@Component
class EarlyReceipts {
  private final JdbcClient jdbc;
  private final OwnTransaction ownTransaction;
  private final Clock clock;

  EarlyReceipts(JdbcClient jdbc, OwnTransaction ownTransaction, Clock clock) {
    this.jdbc = jdbc;
    this.ownTransaction = ownTransaction;
    this.clock = clock;
  }

  record EarlyReceipt(DeliveryStatus status, String cause) {}

  /** Committed when this returns. */
  void keep(String provider, String providerId, DeliveryStatus status, String cause) {
    ownTransaction.runUnlessDuplicate(
        () ->
            jdbc.sql(
                    """
                    insert into early_receipt (provider, provider_id, status, cause, noted_at)
                    values (:provider, :providerId, :status, :cause, :now)
                    """)
                .param("provider", provider)
                .param("providerId", providerId)
                .param("status", status.name())
                .param("cause", cause)
                .param("now", SqlTime.of(clock.instant()))
                .update());
  }

  /** In the order in which they came. */
  List<EarlyReceipt> of(String provider, String providerId) {
    return jdbc.sql(
            """
            select status, cause from early_receipt
            where provider = :provider and provider_id = :providerId order by noted_at
            """)
        .param("provider", provider)
        .param("providerId", providerId)
        .query(
            (row, number) ->
                new EarlyReceipt(
                    DeliveryStatus.valueOf(row.getString("status")), row.getString("cause")))
        .list();
  }

  void forget(String provider, String providerId) {
    jdbc.sql("delete from early_receipt where provider = :provider and provider_id = :providerId")
        .param("provider", provider)
        .param("providerId", providerId)
        .update();
  }
}
