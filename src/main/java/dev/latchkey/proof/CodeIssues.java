package dev.latchkey.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of code issues. Everything joins the caller's transaction. */
@Component
class CodeIssues {
  private final JdbcClient jdbc;

  CodeIssues(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(CodeIssue issue, String linkHash) {
    jdbc.sql(
            """
            insert into code_issue (id, case_id, way, code_use, number, target_hash, address_id,
              link_hash, deliverable, state, issued_at, expires_at, link_expires_at)
            values (:id, :caseId, :way, :use, :number, :targetHash, :addressId,
              :linkHash, :deliverable, :state, :issuedAt, :expiresAt, :linkExpiresAt)
            """)
        .param("id", issue.id())
        .param("caseId", issue.caseId())
        .param("way", issue.way().key())
        .param("use", issue.use().name())
        .param("number", issue.number())
        .param("targetHash", issue.targetHash())
        .param("addressId", issue.addressId())
        .param("linkHash", linkHash)
        .param("deliverable", issue.deliverable())
        .param("state", issue.state().name())
        .param("issuedAt", Timestamp.from(issue.issuedAt()))
        .param("expiresAt", Timestamp.from(issue.expiresAt()))
        .param("linkExpiresAt", Timestamp.from(issue.linkExpiresAt()))
        .update();
  }

  int nextNumber(String caseId, Way way) {
    return jdbc.sql(
            """
            select coalesce(max(number), 0) + 1 from code_issue
            where case_id = :caseId and way = :way
            """)
        .param("caseId", caseId)
        .param("way", way.key())
        .query(Integer.class)
        .single();
  }

  /** Moves every open issue of the recovery to another state. */
  void closeOpen(String caseId, CodeState to) {
    jdbc.sql("update code_issue set state = :to where case_id = :caseId and state = 'OPEN'")
        .param("to", to.name())
        .param("caseId", caseId)
        .update();
  }

  /** True for the one caller that moves this issue out of the open state. */
  boolean leaveOpen(String id, CodeState to) {
    return jdbc.sql("update code_issue set state = :to where id = :id and state = 'OPEN'")
            .param("to", to.name())
            .param("id", id)
            .update()
        == 1;
  }

  /** The open issue, of which there is at most one, else the latest. */
  Optional<CodeIssue> newest(String caseId) {
    return jdbc.sql(
            """
            select * from code_issue where case_id = :caseId
            order by case when state = 'OPEN' then 0 else 1 end, issued_at desc, number desc
            fetch first 1 rows only
            """)
        .param("caseId", caseId)
        .query(CodeIssues::map)
        .optional();
  }

  Optional<CodeIssue> newestReplaced(String caseId) {
    return jdbc.sql(
            """
            select * from code_issue where case_id = :caseId and state = 'REPLACED'
            order by issued_at desc, number desc
            fetch first 1 rows only
            """)
        .param("caseId", caseId)
        .query(CodeIssues::map)
        .optional();
  }

  Optional<CodeIssue> byId(String id) {
    return jdbc.sql("select * from code_issue where id = :id")
        .param("id", id)
        .query(CodeIssues::map)
        .optional();
  }

  Optional<CodeIssue> byLinkHash(String linkHash) {
    return jdbc.sql("select * from code_issue where link_hash = :linkHash")
        .param("linkHash", linkHash)
        .query(CodeIssues::map)
        .optional();
  }

  private static CodeIssue map(ResultSet row, int number) throws SQLException {
    return new CodeIssue(
        row.getString("id"),
        row.getString("case_id"),
        Way.ofKey(row.getString("way")).orElseThrow(),
        CodeUse.valueOf(row.getString("code_use")),
        row.getInt("number"),
        row.getString("target_hash"),
        row.getString("address_id"),
        row.getBoolean("deliverable"),
        CodeState.valueOf(row.getString("state")),
        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        row.getObject("link_expires_at", OffsetDateTime.class).toInstant());
  }
}
