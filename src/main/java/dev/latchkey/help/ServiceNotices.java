package dev.latchkey.help;

import dev.latchkey.audit.AuditLog;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What staff announce: opened and closed by them, read by everybody. */
@Service
public class ServiceNotices {
  private static final int SHOWN = 50;

  private final NoticeTable table;
  private final AuditLog audit;
  private final Clock clock;

  ServiceNotices(NoticeTable table, AuditLog audit, Clock clock) {
    this.table = table;
    this.audit = audit;
    this.clock = clock;
  }

  /** Those that hold now, the newest first. */
  @Transactional(readOnly = true)
  public List<ServiceNotice> current() {
    Instant now = clock.instant();
    return table.notOver(now).stream().filter(notice -> notice.holds(now)).toList();
  }

  /** The newest ones, whether they hold or not, the latest start first. */
  @Transactional(readOnly = true)
  public List<ServiceNotice> newest() {
    return table.newest(SHOWN);
  }

  /**
   * Opens a notice and records who did.
   *
   * @param by login of the member of staff
   * @return what is wrong with it, and then nothing was stored; empty if it is open
   */
  @Transactional
  public Optional<NewNotice.Flaw> open(NewNotice typed, String by) {
    Instant now = clock.instant();
    Optional<NewNotice.Flaw> flaw = typed.flaw(now);
    if (flaw.isEmpty()) {
      String id = table.insert(typed, by, now);
      audit.record(null, by, "open-notice", "done", typed.kind() + " " + id);
    }
    return flaw;
  }

  /** Closes a notice and records who did; false if there is none, or it is closed already. */
  @Transactional
  public boolean close(String id, String by) {
    boolean closed = table.close(id, by, clock.instant());
    audit.record(null, by, "close-notice", closed ? "done" : "refused", closed ? id : null);
    return closed;
  }
}
