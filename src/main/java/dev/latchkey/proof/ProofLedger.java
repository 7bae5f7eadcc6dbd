package dev.latchkey.proof;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was proven in each recovery. Written by the code that checked the proof; asked before access
 * is restored, whatever path the diagram took. Everything joins the caller's transaction.
 */
@Component
public class ProofLedger {
  private final JdbcClient jdbc;
  private final Clock clock;

  ProofLedger(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Notes a proof. A second one by the same way changes nothing. Fails for an unknown recovery, and
   * for the later of two transactions that note the same proof at once.
   *
   * @param addressId where the code went, or null
   */
  public void record(String caseId, Way way, String addressId) {
    if (of(caseId).stream().anyMatch(proof -> proof.way() == way)) {
      return;
    }
    jdbc.sql(
            """
            insert into proof (id, case_id, way, kind, address_id, proven_at)
            values (:id, :caseId, :way, :kind, :addressId, :now)
            """)
        .param("id", UUID.randomUUID().toString())
        .param("caseId", caseId)
        .param("way", way.key())
        .param("kind", way.kind().name())
        .param("addressId", addressId)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /** The proofs of a recovery in the order in which they were given. */
  public List<Proof> of(String caseId) {
    return jdbc.sql(
            """
            select way, address_id, proven_at from proof
            where case_id = :caseId order by proven_at, way
            """)
        .param("caseId", caseId)
        .query(
            (row, number) ->
                new Proof(
                    Way.ofKey(row.getString("way")).orElseThrow(),
                    row.getString("address_id"),
                    row.getObject("proven_at", OffsetDateTime.class).toInstant()))
        .list();
  }
}
