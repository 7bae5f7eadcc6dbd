package dev.latchkey.help;

import dev.latchkey.audit.AuditLog;
import dev.latchkey.help.StuckWork.Retried;
import dev.latchkey.help.StuckWork.Stuck;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What stands still, for the staff who set it going again. */
@Service
public class Incidents {
  private final StuckWork stuck;
  private final AuditLog audit;

  Incidents(StuckWork stuck, AuditLog audit) {
    this.stuck = stuck;
    this.audit = audit;
  }

  /** As {@link StuckWork#list}. */
  public List<Stuck> list() {
    return stuck.list();
  }

  /**
   * Tries one again and records by whom; must not be called in a transaction.
   *
   * @param by staff login
   */
  public Retried retry(String id, String by) {
    Optional<Stuck> found = stuck.list().stream().filter(one -> one.id().equals(id)).findFirst();
    Retried retried = found.isPresent() ? stuck.retry(id) : Retried.GONE;
    audit.record(
        found.map(Stuck::caseId).orElse(null),
        by,
        "retry-incident",
        retried.name().toLowerCase(Locale.ROOT),
        found.map(Stuck::step).orElse(null));
    return retried;
  }
}
