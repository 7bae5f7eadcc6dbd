package dev.latchkey.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was reported of the newest real codes of a channel: one report for each target. */
@Component
class NewestReports {
  private static final int ROWS = 400;
  private static final int TARGETS = 100;
  private static final Duration LOOKED_AT = Duration.ofDays(7);
  private static final Duration FRESH = Duration.ofSeconds(30);

  /** Younger codes are left out: of these only the quick reports are known. */
  private static final Duration REPORTED_BY = Duration.ofMinutes(2);

  /** An order that does not change with each new report, so that lots keep their meaning. */
  private static final Comparator<ExpectedReceipt> BY_FATE =
      Comparator.comparing(
              (ExpectedReceipt seen) -> seen.status() == null ? "" : seen.status().name())
          .thenComparing(seen -> seen.cause() == null ? "" : seen.cause())
          .thenComparing(ExpectedReceipt::after);

  private final JdbcClient jdbc;
  private final Remembered<List<ExpectedReceipt>> known;

  NewestReports(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.known = new Remembered<>(FRESH, clock, channel -> read(channel, clock.instant()));
  }

  private record Report(String targetHash, ExpectedReceipt receipt) {}

  /** Like fates stand together. */
  List<ExpectedReceipt> of(Channel channel) {
    return known.of(channel);
  }

  private List<ExpectedReceipt> read(Channel channel, Instant now) {
    Map<String, ExpectedReceipt> newest = new LinkedHashMap<>();
    for (Report report : rows(channel, now)) {
      if (newest.size() < TARGETS) {
        newest.putIfAbsent(report.targetHash, report.receipt);
      }
    }
    List<ExpectedReceipt> reports = new ArrayList<>(newest.values());
    reports.sort(BY_FATE);
    return List.copyOf(reports);
  }

  private List<Report> rows(Channel channel, Instant now) {
    return jdbc.sql(
            """
            select target_hash, receipt, receipt_cause, handed_at, receipt_at from message
            where channel = :channel and purpose = :purpose and target is not null
              and state = 'ACCEPTED' and handed_at < :until and created_at > :after
            order by created_at desc fetch first %d rows only
            """
                .formatted(ROWS))
        .param("channel", channel.name())
        .param("purpose", Purpose.RECOVERY_CODE.key())
        .param("until", SqlTime.of(now.minus(REPORTED_BY)))
        .param("after", SqlTime.of(now.minus(LOOKED_AT)))
        .query(NewestReports::report)
        .list();
  }

  private static Report report(ResultSet row, int number) throws SQLException {
    String receipt = row.getString("receipt");
    DeliveryStatus status = receipt == null ? null : DeliveryStatus.valueOf(receipt);
    if (status == null || status == DeliveryStatus.SENT) {
      return new Report(row.getString("target_hash"), ExpectedReceipt.NONE);
    }
    Duration after =
        Duration.between(SqlTime.read(row, "handed_at"), SqlTime.read(row, "receipt_at"));
    return new Report(
        row.getString("target_hash"),
        new ExpectedReceipt(
            status,
            row.getString("receipt_cause"),
            after.isNegative() ? Duration.ZERO : after,
            false));
  }
}
