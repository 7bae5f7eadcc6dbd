package dev.latchkey.audit;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Checks every seal and every link of the log. Reads only. */
@Component
public class AuditVerifier {
  private static final int BATCH = 1000;

  private final AuditTable table;
  private final AuditHeads heads;
  private final AuditSeals seals;
  private final AuditCheckpoint checkpoint;

  AuditVerifier(AuditTable table, AuditHeads heads, AuditSeals seals, AuditCheckpoint checkpoint) {
    this.table = table;
    this.heads = heads;
    this.seals = seals;
    this.checkpoint = checkpoint;
  }

  /**
   * What was found.
   *
   * @param entries how many links hold, up to the first that does not
   * @param waiting entries that have no place in the chain yet
   * @param lastHash hash of the last entry that holds
   * @param fault the first thing that is wrong, as a sentence for operators; null if nothing is
   */
  public record Verdict(long entries, int waiting, String lastHash, String fault) {

    /** Whether nothing is wrong. */
    public boolean whole() {
      return fault == null;
    }
  }

  /** Checks everything as it stands at this moment, also while entries are written. */
  @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
  public Verdict verify() {
    Optional<AuditHead> read = heads.read();
    if (read.isEmpty()) {
      return new Verdict(0, 0, "", "the head of the chain is missing");
    }
    AuditHead head = read.get();
    Walk walk = new Walk(head);
    String fault = head.untouched() ? null : sealOf(head);
    if (fault == null) {
      fault = walk.go();
    }
    if (fault == null) {
      fault = checkpoint.objection(head).orElse(null);
    }
    List<AuditEntry> waiting = table.unchained();
    if (fault == null && !head.untouched()) {
      fault = faultAmong(waiting);
    }
    return new Verdict(walk.seq - head.anchorSeq(), waiting.size(), walk.hash, fault);
  }

  private String sealOf(AuditHead head) {
    return seals.seal(head).equals(head.seal()) ? null : "the head of the chain was changed";
  }

  private String faultAmong(List<AuditEntry> waiting) {
    return waiting.stream()
        .filter(entry -> !seals.seal(entry).equals(entry.seal()))
        .findFirst()
        .map(entry -> name(entry) + " waits for its place and was changed or forged")
        .orElse(null);
  }

  private static String name(AuditEntry entry) {
    return "the entry of %s (%s, %s)".formatted(entry.at(), entry.action(), entry.id());
  }

  /** From the anchor to the head. */
  private final class Walk {
    private final AuditHead head;
    private long seq;
    private String hash;

    Walk(AuditHead head) {
      this.head = head;
      this.seq = head.anchorSeq();
      this.hash = head.anchorHash();
    }

    String go() {
      List<AuditEntry> batch = table.after(Long.MIN_VALUE, 1);
      if (!batch.isEmpty() && batch.get(0).link().seq() <= seq) {
        return name(batch.get(0)) + " stands before the beginning of the chain";
      }
      do {
        batch = table.after(seq, BATCH);
        for (AuditEntry entry : batch) {
          String fault = step(entry);
          if (fault != null) {
            return fault;
          }
        }
      } while (batch.size() == BATCH);
      return end();
    }

    private String step(AuditEntry entry) {
      AuditEntry.Link link = entry.link();
      if (link.seq() != seq + 1) {
        return "entry " + (seq + 1) + " is missing: the next one is " + link.seq();
      }
      if (!seals.seal(entry).equals(entry.seal())) {
        return "entry " + link.seq() + ": " + name(entry) + " was changed or forged";
      }
      if (!seals.link(seq, hash, entry.seal()).equals(link)) {
        return "entry " + link.seq() + ": " + name(entry) + " is not in its place";
      }
      seq = link.seq();
      hash = link.hash();
      return null;
    }

    private String end() {
      if (seq < head.seq()) {
        return "entries " + (seq + 1) + " to " + head.seq() + " were removed from the end";
      }
      return seq > head.seq() || !hash.equals(head.hash())
          ? "the head of the chain is older than entry " + seq
          : null;
    }
  }
}
