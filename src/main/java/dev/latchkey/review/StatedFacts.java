package dev.latchkey.review;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what people said in their request and in answer to a reviewer's questions. */
@Repository
public class StatedFacts {
  private final JdbcClient jdbc;
  private final Inquiries inquiries;

  StatedFacts(JdbcClient jdbc, Inquiries inquiries) {
    this.jdbc = jdbc;
    this.inquiries = inquiries;
  }

  /** The facts of the request, then the answers to questions by round; open ones are among it. */
  public List<Stated> of(String caseId) {
    Stream<Stated> answers =
        inquiries.of(caseId).stream()
            .flatMap(round -> round.asked().stream())
            .map(asked -> new Stated(asked.question().key(), asked.answer()));
    return Stream.concat(facts(caseId), answers).toList();
  }

  private Stream<Stated> facts(String caseId) {
    return jdbc
        .sql("select fact, answer from review_fact where case_id = :caseId order by fact")
        .param("caseId", caseId)
        .query((row, number) -> new Stated(row.getString("fact"), row.getString("answer")))
        .list()
        .stream();
  }
}
