package dev.latchkey.audit;

import dev.latchkey.retention.Retained;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.stereotype.Component;

/**
 * Removes entries after their time (R24), always from the beginning on and without a gap. The last
 * one removed stays as the anchor, sealed with the head, so that the rest verifies. Entries are
 * chained meanwhile only between two steps.
 */
@Component
class AuditRetention implements Retained {
  private static final int AT_ONCE = 500;

  private final AuditTable table;
  private final AuditHeads heads;
  private final Duration retention;

  AuditRetention(
      AuditTable table,
      AuditHeads heads,
      @Value("${latchkey.audit.retention:P365D}") String retention) {
    this.table = table;
    this.heads = heads;
    this.retention = DurationStyle.detectAndParse(retention);
  }

  @Override
  public List<Removal> removals(Instant now) {
    Instant before = now.minus(retention);
    return List.of(new Removal("audit entries", () -> removeSome(before)));
  }

  /** A head that is not ours is left alone; that it is not is said by those who chain. */
  private OptionalInt removeSome(Instant before) {
    return heads
        .lock()
        .filter(heads::sound)
        .map(head -> removeAfter(head, before))
        .orElseGet(OptionalInt::empty);
  }

  private OptionalInt removeAfter(AuditHead head, Instant before) {
    List<AuditEntry> old =
        table.after(head.anchorSeq(), AT_ONCE).stream()
            .takeWhile(entry -> entry.at().isBefore(before))
            .toList();
    if (old.isEmpty()) {
      return OptionalInt.empty();
    }
    AuditEntry.Link last = old.get(old.size() - 1).link();
    heads.write(new AuditHead(head.seq(), head.hash(), last.seq(), last.hash(), null));
    return OptionalInt.of(table.removeUpTo(last.seq()));
  }
}
