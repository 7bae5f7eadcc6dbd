package dev.latchkey.audit;

import java.util.List;
import org.springframework.stereotype.Component;

/** Reads the log. */
@Component
public class AuditTrail {
  private final AuditTable table;

  AuditTrail(AuditTable table) {
    this.table = table;
  }

  /** Ids of cases that begin with this and have entries, two at most. */
  public List<String> cases(String beginning) {
    return table.cases(beginning);
  }

  /** Entries of a case, oldest first; empty if there are none. */
  public List<AuditEntry> ofCase(String caseId) {
    return table.ofCase(caseId);
  }
}
