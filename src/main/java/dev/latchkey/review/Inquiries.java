package dev.latchkey.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What support asks people, and what they answer, on tables {@code review_inquiry} and {@code
 * review_answer}. Writes join the caller's transaction.
 */
@Repository
public class Inquiries {
  private final JdbcClient jdbc;
  private final Clock clock;

  Inquiries(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Asks the person something new.
   *
   * @param challenge null without one
   * @param addressId address of the account that a code is to go to, or null
   */
  public void ask(
      String caseId,
      String askedBy,
      Collection<ReviewQuestion> questions,
      Challenge.Kind challenge,
      String addressId) {
    int round = nextRound(caseId);
    jdbc.sql(
            """
            insert into review_inquiry (case_id, round, asked_by, challenge, address_id,
              challenge_state, asked_at)
            values (:caseId, :round, :askedBy, :challenge, :addressId, :state, :now)
            """)
        .param("caseId", caseId)
        .param("round", round)
        .param("askedBy", askedBy)
        .param("challenge", challenge == null ? null : challenge.key())
        .param("addressId", addressId)
        .param("state", challenge == null ? null : ChallengeState.OPEN.name())
        .param("now", now())
        .update();
    questions.forEach(question -> insert(caseId, round, question));
  }

  private void insert(String caseId, int round, ReviewQuestion question) {
    jdbc.sql(
            """
            insert into review_answer (case_id, round, question, asked_at)
            values (:caseId, :round, :question, :now)
            """)
        .param("caseId", caseId)
        .param("round", round)
        .param("question", question.key())
        .param("now", now())
        .update();
  }

  /** The number that the next round of this case gets. */
  public int nextRound(String caseId) {
    return jdbc.sql("select coalesce(max(round), 0) + 1 from review_inquiry where case_id = :id")
        .param("id", caseId)
        .query(Integer.class)
        .single();
  }

  /** All rounds of a case, in order. */
  public List<Inquiry> of(String caseId) {
    return jdbc.sql("select * from review_inquiry where case_id = :caseId order by round")
        .param("caseId", caseId)
        .query(this::read)
        .list();
  }

  /** What the person has still to answer, or to show by a code; or empty. */
  public Optional<Inquiry> current(String caseId) {
    return of(caseId).stream()
        .filter(one -> one.open() || one.challengeState() == ChallengeState.OPEN)
        .reduce((earlier, later) -> later);
  }

  /** Keeps answers to questions of this round; the round stays open. Others are left out. */
  public void keep(Inquiry inquiry, Map<String, String> answers) {
    inquiry.asked().stream()
        .map(Inquiry.Asked::question)
        .filter(question -> answers.containsKey(question.key()))
        .forEach(question -> keep(inquiry, question, answers.get(question.key())));
  }

  private void keep(Inquiry inquiry, ReviewQuestion question, String answer) {
    jdbc.sql(
            """
            update review_answer set answer = :answer, answered_at = :now
            where case_id = :caseId and round = :round and question = :question
            """)
        .param("answer", answer)
        .param("now", now())
        .param("caseId", inquiry.caseId())
        .param("round", inquiry.round())
        .param("question", question.key())
        .update();
  }

  /** The person sent their answers. */
  public void close(Inquiry inquiry) {
    jdbc.sql(
            """
            update review_inquiry set answered_at = :now
            where case_id = :caseId and round = :round and answered_at is null
            """)
        .param("now", now())
        .param("caseId", inquiry.caseId())
        .param("round", inquiry.round())
        .update();
  }

  /** What became of the open challenge of the case; without an open one nothing changes. */
  public void settle(String caseId, ChallengeState state) {
    jdbc.sql(
            """
            update review_inquiry set challenge_state = :state
            where case_id = :caseId and challenge_state = 'OPEN'
            """)
        .param("state", state.name())
        .param("caseId", caseId)
        .update();
  }

  private Inquiry read(ResultSet row, int number) throws SQLException {
    String caseId = row.getString("case_id");
    int round = row.getInt("round");
    String state = row.getString("challenge_state");
    return new Inquiry(
        caseId,
        round,
        row.getString("asked_by"),
        asked(caseId, round),
        Challenge.Kind.ofKey(row.getString("challenge")),
        row.getString("address_id"),
        state == null ? null : ChallengeState.valueOf(state),
        Times.read(row, "asked_at"),
        Times.read(row, "answered_at"));
  }

  private List<Inquiry.Asked> asked(String caseId, int round) {
    return jdbc
        .sql("select question, answer from review_answer where case_id = ? and round = ?")
        .params(caseId, round)
        .query(
            (row, number) ->
                new Inquiry.Asked(
                    ReviewQuestion.ofKey(row.getString("question")).orElseThrow(),
                    row.getString("answer")))
        .list()
        .stream()
        .sorted((one, other) -> one.question().compareTo(other.question()))
        .toList();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
