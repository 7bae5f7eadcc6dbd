package dev.latchkey.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Requests to support and their decisions, on table {@code review}. Writes join the caller's
 * transaction.
 */
@Repository
public class Reviews {
  private static final int RECENT = 20;
  private static final Duration USUAL_WAIT_WITHOUT_HISTORY = Duration.ofHours(24);

  private final JdbcClient jdbc;
  private final Clock clock;

  Reviews(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Keeps what the person states; a new statement replaces the one before. */
  public void state(
      String caseId, String statement, String lost, String lastSignIn, String contact) {
    jdbc.sql("delete from review where case_id = :caseId").param("caseId", caseId).update();
    jdbc.sql(
            """
            insert into review (id, case_id, statement, lost, last_sign_in, contact, state,
              requested_at)
            values (:id, :caseId, :statement, :lost, :lastSignIn, :contact, 'STATED', :now)
            """)
        .param("id", UUID.randomUUID().toString())
        .param("caseId", caseId)
        .param("statement", statement)
        .param("lost", lost)
        .param("lastSignIn", lastSignIn)
        .param("contact", contact)
        .param("now", now())
        .update();
  }

  /** The contact address was confirmed by a code: the request waits for a reviewer from now on. */
  public void confirmContact(String caseId) {
    jdbc.sql(
            """
            update review set contact_confirmed_at = :now, requested_at = :now, state = 'WAITING'
            where case_id = :caseId and state = 'STATED'
            """)
        .param("now", now())
        .param("caseId", caseId)
        .update();
  }

  /** Notes that this reviewer completed the task under the rules; the decision must be theirs. */
  public void clear(String caseId, String reviewer) {
    jdbc.sql("update review set cleared_by = :reviewer where case_id = :caseId")
        .param("reviewer", reviewer)
        .param("caseId", caseId)
        .update();
  }

  /**
   * Records the decision; false if there is none to take any more, or if the reviewer did not
   * complete the task under the rules: a diagram alone cannot make an approval.
   */
  public boolean decide(String caseId, String reviewer, ReviewReason reason, String note) {
    return jdbc.sql(
                """
                update review set state = :state, reviewer = :reviewer, reason = :reason,
                  note = :note, decided_at = :now
                where case_id = :caseId and state = 'WAITING' and cleared_by = :reviewer
                """)
            .param("state", reason.approves() ? "APPROVED" : "DECLINED")
            .param("reviewer", reviewer)
            .param("reason", reason.key())
            .param("note", note)
            .param("now", now())
            .param("caseId", caseId)
            .update()
        == 1;
  }

  /** The request of this recovery, or empty. */
  public Optional<Review> of(String caseId) {
    return jdbc.sql("select * from review where case_id = :caseId")
        .param("caseId", caseId)
        .query(Reviews::read)
        .optional();
  }

  /** Where the request stands in the queue, or empty if it does not wait for a reviewer. */
  public Optional<QueuePlace> placeOf(String caseId) {
    return of(caseId)
        .filter(review -> "WAITING".equals(review.state()))
        .map(review -> new QueuePlace(waitingBefore(review.requestedAt()) + 1, usualWait()));
  }

  private int waitingBefore(Instant requestedAt) {
    return jdbc.sql(
            """
            select count(*) from review r join recovery_case c on c.id = r.case_id
            where r.state = 'WAITING' and c.status = 'OPEN' and r.requested_at < :requestedAt
            """)
        .param("requestedAt", requestedAt.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  private Duration usualWait() {
    List<Duration> recent =
        jdbc
            .sql(
                """
                select requested_at, decided_at from review where decided_at is not null
                order by decided_at desc fetch first :recent rows only
                """)
            .param("recent", RECENT)
            .query(
                (row, number) ->
                    Duration.between(instant(row, "requested_at"), instant(row, "decided_at")))
            .list()
            .stream()
            .sorted()
            .toList();
    return recent.isEmpty() ? USUAL_WAIT_WITHOUT_HISTORY : recent.get(recent.size() / 2);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Review read(ResultSet row, int number) throws SQLException {
    return new Review(
        row.getString("id"),
        row.getString("case_id"),
        row.getString("statement"),
        row.getString("lost"),
        row.getString("last_sign_in"),
        row.getString("contact"),
        instant(row, "contact_confirmed_at"),
        row.getString("state"),
        row.getString("reason"),
        instant(row, "requested_at"),
        instant(row, "decided_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
