package dev.latchkey.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
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
    jdbc.sql("delete from review_clearance where case_id = :caseId")
        .param("caseId", caseId)
        .update();
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

  /**
   * Notes what the policy demands. It can ask for more than before, never for less: what was
   * weighed once stays weighed.
   */
  public void demand(String caseId, Demand demand) {
    jdbc.sql(
            """
            update review set risk = :risk, hold_with_stronger_proof = :hold,
              reviewers = case when coalesce(reviewers, 0) > :reviewers then reviewers
                               else :reviewers end
            where case_id = :caseId
            """)
        .param("risk", demand.risk().key())
        .param("hold", demand.holdWithStrongerProof().toString())
        .param("reviewers", demand.reviewers())
        .param("caseId", caseId)
        .update();
  }

  /** What the policy demanded, or empty while it was not asked. */
  public Optional<Demand> demandOn(String caseId) {
    return jdbc.sql(
            """
            select reviewers, risk, hold_with_stronger_proof from review
            where case_id = :caseId and risk is not null
            """)
        .param("caseId", caseId)
        .query(
            (row, number) ->
                new Demand(
                    row.getInt("reviewers"),
                    RiskLevel.valueOf(row.getString("risk").toUpperCase(Locale.ROOT)),
                    Duration.parse(row.getString("hold_with_stronger_proof"))))
        .optional();
  }

  /**
   * Records a decline; false if there is nothing to decide any more, or if the reviewer did not
   * complete a task under the rules.
   */
  public boolean decline(Clearance given) {
    return decide(given, "DECLINED", 0);
  }

  /**
   * Records an approval once as many different reviewers approved under the rules as the policy
   * demanded, and as the floor does: a diagram alone cannot make an approval. Without a demand of
   * the policy it takes two.
   *
   * @param floor how many it takes at least, whatever the policy says
   * @return false if somebody is missing, or if there is nothing to decide any more
   */
  public boolean approve(Clearance given, int floor) {
    return decide(given, "APPROVED", floor);
  }

  private boolean decide(Clearance given, String state, int floor) {
    return jdbc.sql(
                """
                update review set state = :state, reviewer = :reviewer, reason = :reason,
                  note = :note, decided_at = :now
                where case_id = :caseId and state = 'WAITING'
                  and exists (select 1 from review_clearance c
                    where c.case_id = :caseId and c.stage = :stage and c.reviewer = :reviewer
                      and c.decision = :decision and c.recorded_at is not null)
                  and (:state = 'DECLINED' or
                    (select count(distinct lower(c.reviewer)) from review_clearance c
                      where c.case_id = :caseId and c.decision = 'approve'
                        and c.recorded_at is not null)
                    >= greatest(coalesce(reviewers, 2), :floor))
                """)
            .param("state", state)
            .param("reviewer", given.reviewer())
            .param("reason", given.reason().key())
            .param("note", given.note())
            .param("now", now())
            .param("caseId", given.caseId())
            .param("stage", given.stage())
            .param("decision", given.decision().key())
            .param("floor", floor)
            .update()
        == 1;
  }

  /** Whether a reviewer can still decide. */
  public boolean waiting(String caseId) {
    return of(caseId).filter(review -> "WAITING".equals(review.state())).isPresent();
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
                    Duration.between(
                        Times.read(row, "requested_at"), Times.read(row, "decided_at")))
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
        Times.read(row, "contact_confirmed_at"),
        row.getString("state"),
        row.getString("reason"),
        Times.read(row, "requested_at"),
        Times.read(row, "decided_at"));
  }
}
