package dev.latchkey.messaging;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the codes of the recent past. Reads only; joins the caller's transaction. */
@Component
class SendCounts {
  private final JdbcClient jdbc;

  SendCounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is counted together. */
  enum Scope {
    /** A code that an opt-out kept from being handed over costs the person nothing. */
    TARGET(
        "target_hash",
        "and not (state = 'REFUSED' and coalesce(cause, '') = '%s')".formatted(OptOuts.CAUSE)),
    CLIENT("client_hash", ""),
    PREFIX("target_prefix", ""),
    COUNTRY("country", ""),
    CHANNEL("channel", "");

    private final String column;
    private final String except;

    Scope(String column, String except) {
      this.column = column;
      this.except = except;
    }
  }

  /** How many codes were wanted after the given time, up to a number. */
  int count(Scope scope, String value, int upTo, Instant after) {
    return jdbc.sql(
            """
            select count(*) from (
              select 1 from message
              where %s = :value and code_issue_id is not null and created_at > :after
              %s
              fetch first :upTo rows only) wanted
            """
                .formatted(scope.column, scope.except))
        .param("value", value)
        .param("after", SqlTime.of(after))
        .param("upTo", upTo)
        .query(Integer.class)
        .single();
  }

  /**
   * When the n-th newest code was wanted, if there are that many after the given time; n from 1.
   */
  Optional<Instant> newest(Scope scope, String value, int n, Instant after) {
    return jdbc.sql(
            """
            select created_at from message
            where %s = :value and code_issue_id is not null and created_at > :after
            %s
            order by created_at desc
            offset :skipped rows fetch first 1 rows only
            """
                .formatted(scope.column, scope.except))
        .param("value", value)
        .param("after", SqlTime.of(after))
        .param("skipped", n - 1)
        .query((row, number) -> SqlTime.read(row, "created_at"))
        .optional();
  }
}
