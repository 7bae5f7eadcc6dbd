package dev.latchkey.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code audit_entry}. Writes join the caller's transaction. */
@Repository
class AuditTable {
  private final JdbcClient jdbc;

  AuditTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(AuditEntry entry) {
    jdbc.sql(
            """
            insert into audit_entry (id, at, case_id, actor, network, client_hash, agent, action,
              outcome, detail, seal)
            values (:id, :at, :caseId, :actor, :network, :clientHash, :agent, :action, :outcome,
              :detail, :seal)
            """)
        .param("id", entry.id())
        .param("at", entry.at().atOffset(ZoneOffset.UTC))
        .param("caseId", entry.caseId())
        .param("actor", entry.actor())
        .param("network", entry.network())
        .param("clientHash", entry.clientHash())
        .param("agent", entry.agent())
        .param("action", entry.action())
        .param("outcome", entry.outcome())
        .param("detail", entry.detail())
        .param("seal", entry.seal())
        .update();
  }

  /** Sealed entries that wait for their place, oldest first. */
  List<AuditEntry> waiting(int most) {
    return jdbc.sql(
            """
            select * from audit_entry where seq is null and seal is not null
            order by at, id fetch first :most rows only
            """)
        .param("most", most)
        .query(AuditTable::read)
        .list();
  }

  /** All that wait, also those without a seal. */
  List<AuditEntry> unchained() {
    return jdbc.sql("select * from audit_entry where seq is null order by at, id")
        .query(AuditTable::read)
        .list();
  }

  List<AuditEntry> unsealed() {
    return jdbc.sql("select * from audit_entry where seal is null order by at, id")
        .query(AuditTable::read)
        .list();
  }

  void seal(String id, String seal) {
    jdbc.sql("update audit_entry set seal = :seal where id = :id and seal is null")
        .param("seal", seal)
        .param("id", id)
        .update();
  }

  void chain(String id, AuditEntry.Link link, Instant now) {
    jdbc.sql(
            """
            update audit_entry set seq = :seq, previous = :previous, hash = :hash,
              chained_at = :now
            where id = :id and seq is null
            """)
        .param("seq", link.seq())
        .param("previous", link.previous())
        .param("hash", link.hash())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  /** Chained entries after this number, in order. */
  List<AuditEntry> after(long seq, int most) {
    return jdbc.sql(
            """
            select * from audit_entry where seq > :seq order by seq
            fetch first :most rows only
            """)
        .param("seq", seq)
        .param("most", most)
        .query(AuditTable::read)
        .list();
  }

  Optional<AuditEntry> at(long seq) {
    return jdbc.sql("select * from audit_entry where seq = :seq")
        .param("seq", seq)
        .query(AuditTable::read)
        .optional();
  }

  List<String> cases(String beginning) {
    return jdbc.sql(
            """
            select distinct case_id from audit_entry
            where substring(case_id from 1 for :length) = :beginning
            fetch first 2 rows only
            """)
        .param("length", beginning.length())
        .param("beginning", beginning)
        .query(String.class)
        .list();
  }

  List<AuditEntry> ofCase(String caseId) {
    return jdbc.sql("select * from audit_entry where case_id = :caseId order by at, seq, id")
        .param("caseId", caseId)
        .query(AuditTable::read)
        .list();
  }

  int removeUpTo(long seq) {
    return jdbc.sql("delete from audit_entry where seq <= :seq").param("seq", seq).update();
  }

  private static AuditEntry read(ResultSet row, int number) throws SQLException {
    Long seq = row.getObject("seq", Long.class);
    return new AuditEntry(
        row.getString("id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("case_id"),
        row.getString("actor"),
        row.getString("network"),
        row.getString("client_hash"),
        row.getString("agent"),
        row.getString("action"),
        row.getString("outcome"),
        row.getString("detail"),
        row.getString("seal"),
        seq == null
            ? null
            : new AuditEntry.Link(seq, row.getString("previous"), row.getString("hash")));
  }
}
