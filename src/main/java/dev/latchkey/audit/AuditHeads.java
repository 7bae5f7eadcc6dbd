package dev.latchkey.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row of table {@code audit_head}. Joins the caller's transaction. */
@Repository
class AuditHeads {
  private final JdbcClient jdbc;
  private final AuditSeals seals;

  AuditHeads(JdbcClient jdbc, AuditSeals seals) {
    this.jdbc = jdbc;
    this.seals = seals;
  }

  /** Without a lock; empty if somebody removed the row. */
  Optional<AuditHead> read() {
    return query("");
  }

  /**
   * Locked until the transaction ends; empty if another node has it, which is no reason to wait.
   */
  Optional<AuditHead> tryLock() {
    return query(" for update skip locked");
  }

  /** Locked until the transaction ends; waits for the node that has it. */
  Optional<AuditHead> lock() {
    return query(" for update");
  }

  /** Whether we wrote it: whoever has only the database cannot seal one. */
  boolean sound(AuditHead head) {
    return head.untouched() || seals.seal(head).equals(head.seal());
  }

  private Optional<AuditHead> query(String lock) {
    return jdbc.sql("select * from audit_head where id = 1" + lock)
        .query(AuditHeads::head)
        .optional();
  }

  /** Writes and seals it; the seal given is not looked at. */
  void write(AuditHead head) {
    jdbc.sql(
            """
            update audit_head set seq = :seq, hash = :hash, anchor_seq = :anchorSeq,
              anchor_hash = :anchorHash, seal = :seal
            where id = 1
            """)
        .param("seq", head.seq())
        .param("hash", head.hash())
        .param("anchorSeq", head.anchorSeq())
        .param("anchorHash", head.anchorHash())
        .param("seal", seals.seal(head))
        .update();
  }

  private static AuditHead head(ResultSet row, int number) throws SQLException {
    return new AuditHead(
        row.getLong("seq"),
        row.getString("hash"),
        row.getLong("anchor_seq"),
        row.getString("anchor_hash"),
        row.getString("seal"));
  }
}
