package dev.latchkey.review;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people said about {@link Fact}s, on table {@code review_fact}. */
@Repository
public class ReviewFacts {
  private final JdbcClient jdbc;

  ReviewFacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps the answers by the facts' keys; they replace the ones before. Joins the transaction. */
  public void keep(String caseId, Map<String, String> facts) {
    jdbc.sql("delete from review_fact where case_id = :caseId").param("caseId", caseId).update();
    facts.forEach(
        (fact, answer) ->
            jdbc.sql("insert into review_fact (case_id, fact, answer) values (?, ?, ?)")
                .params(caseId, fact, answer)
                .update());
  }

  /** The answers by the facts' keys; empty if there are none. */
  public Map<String, String> of(String caseId) {
    Map<String, String> facts = new LinkedHashMap<>();
    jdbc.sql("select fact, answer from review_fact where case_id = :caseId order by fact")
        .param("caseId", caseId)
        .query((row, number) -> facts.put(row.getString("fact"), row.getString("answer")))
        .list();
    return facts;
  }
}
