package dev.latchkey.messaging;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Numbers and addresses at which nobody can be reached, as providers report it. */
@Component
public class UnreachableTargets {
  /** Causes that lie with the number or address; a full mailbox or a block is no such thing. */
  private static final Set<String> CAUSES =
      Set.of(
          "invalid-number", "unknown-number", "no-mobile-number", "unreachable", "unknown-address");

  private final JdbcClient jdbc;

  UnreachableTargets(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The code issues of this case that went to such a number or address. */
  @Transactional(readOnly = true)
  public List<String> codeIssuesOf(String caseId) {
    return jdbc.sql(
            """
            select distinct code_issue_id from message
            where case_id = :caseId and code_issue_id is not null
              and (state = 'REFUSED' and cause in (:causes)
                or receipt = 'UNDELIVERED' and receipt_cause in (:causes))
            """)
        .param("caseId", caseId)
        .param("causes", CAUSES)
        .query(String.class)
        .list();
  }
}
