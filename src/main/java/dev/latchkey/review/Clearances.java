package dev.latchkey.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Tasks that were completed under the rules, on table {@code review_clearance}: what a process
 * records is read from here and not from its variables. Writes join the caller's transaction.
 */
@Repository
public class Clearances {
  private final JdbcClient jdbc;
  private final Clock clock;

  Clearances(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Notes what the reviewer decided; an earlier completion of the same stage counts no more. */
  public void clear(ReviewTask task, WantedDecision wanted) {
    jdbc.sql("delete from review_clearance where case_id = :caseId and stage = :stage")
        .param("caseId", task.caseId())
        .param("stage", task.stage())
        .update();
    jdbc.sql(
            """
            insert into review_clearance (case_id, stage, reviewer, decision, reason, note,
              questions, challenge, cleared_at)
            values (:caseId, :stage, :reviewer, :decision, :reason, :note,
              :questions, :challenge, :now)
            """)
        .param("caseId", task.caseId())
        .param("stage", task.stage())
        .param("reviewer", task.reviewer())
        .param("decision", wanted.kind().orElseThrow().key())
        .param("reason", wanted.why().map(ReviewReason::key).orElse(null))
        .param("note", wanted.note())
        .param("questions", Keys.text(wanted.asked().orElseThrow()))
        .param("challenge", wanted.challenges() ? wanted.challenge() : null)
        .param("now", now())
        .update();
  }

  /** Whether the one who completes this task approved the request at another stage. */
  boolean approvedBefore(ReviewTask task) {
    return jdbc.sql(
                """
                select count(*) from review_clearance
                where case_id = :caseId and stage <> :stage and decision = 'approve'
                  and lower(reviewer) = :reviewer
                """)
            .param("caseId", task.caseId())
            .param("stage", task.stage())
            .param("reviewer", task.reviewer().toLowerCase(Locale.ROOT))
            .query(Integer.class)
            .single()
        > 0;
  }

  /**
   * Takes up what this reviewer decided last; once. Empty if they completed no task under the
   * rules, or if it was taken up already.
   */
  public Optional<Clearance> takeUp(String caseId, String reviewer) {
    return latest(caseId, reviewer).filter(this::markRecorded);
  }

  /** What reviewers decided so far and the process took up, in the order of the stages. */
  public List<Clearance> recorded(String caseId) {
    return jdbc.sql(
            """
            select * from review_clearance
            where case_id = :caseId and recorded_at is not null order by stage
            """)
        .param("caseId", caseId)
        .query(Clearances::read)
        .list();
  }

  private Optional<Clearance> latest(String caseId, String reviewer) {
    return jdbc.sql(
            """
            select * from review_clearance
            where case_id = :caseId and reviewer = :reviewer and recorded_at is null
            order by cleared_at desc, stage desc fetch first 1 rows only
            """)
        .param("caseId", caseId)
        .param("reviewer", reviewer)
        .query(Clearances::read)
        .optional();
  }

  private boolean markRecorded(Clearance cleared) {
    return jdbc.sql(
                """
                update review_clearance set recorded_at = :now
                where case_id = :caseId and stage = :stage and recorded_at is null
                """)
            .param("now", now())
            .param("caseId", cleared.caseId())
            .param("stage", cleared.stage())
            .update()
        == 1;
  }

  private static Clearance read(ResultSet row, int number) throws SQLException {
    return new Clearance(
        row.getString("case_id"),
        row.getInt("stage"),
        row.getString("reviewer"),
        ReviewDecision.ofKey(row.getString("decision")).orElseThrow(),
        ReviewReason.ofKey(row.getString("reason")).orElse(null),
        row.getString("note"),
        ReviewQuestion.list(row.getString("questions")).orElseThrow(),
        Challenge.of(row.getString("challenge")).orElse(null));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
