package dev.latchkey.faults;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database knows of the messages to one number or address. */
final class MessageRows {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final JdbcClient jdbc;

  MessageRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How many there are. */
  int to(String target) {
    return number("count(*) from message where target = ?", target);
  }

  /** Waits until one of them has failed so often. */
  void awaitFailed(String target, int times) {
    Awaitility.await("failed " + times)
        .atMost(PATIENCE)
        .until(
            () ->
                number("coalesce(max(failures), 0) from message where target = ?", target)
                    >= times);
  }

  /** Waits until a provider has accepted all of them. */
  void awaitAccepted(String target) {
    Awaitility.await("accepted")
        .atMost(PATIENCE)
        .until(
            () ->
                to(target) > 0
                    && number(
                            "count(*) from message where target = ? and state <> 'ACCEPTED'",
                            target)
                        == 0);
  }

  /** A time of the only code. */
  OffsetDateTime timeOfCode(String target, String column) {
    return jdbc.sql(
            "select " + column + " from message where target = ? and code_issue_id is not null")
        .param(target)
        .query(OffsetDateTime.class)
        .single();
  }

  private int number(String query, String target) {
    return jdbc.sql("select " + query).param(target).query(Integer.class).single();
  }
}
