package dev.latchkey.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one writer of the chain: gives committed entries their numbers and hashes, within seconds.
 * Nodes take turns by the lock on the head; the one that does not get it leaves the work to the
 * other, so that neither waits. Nobody else takes that lock while it holds another, so there is no
 * circle.
 *
 * <p>A chain alone does not show that its end was cut off, head included. So each node also notes
 * the end outside the database ({@link AuditCheckpoint}).
 */
@Component
public class AuditChain {
  private static final Logger LOG = LoggerFactory.getLogger(AuditChain.class);
  private static final int BATCH = 500;

  private final AuditTable table;
  private final AuditHeads heads;
  private final AuditSeals seals;
  private final AuditCheckpoint checkpoint;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private boolean failing;
  private boolean warned;

  AuditChain(
      AuditTable table,
      AuditHeads heads,
      AuditSeals seals,
      AuditCheckpoint checkpoint,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.table = table;
    this.heads = heads;
    this.seals = seals;
    this.checkpoint = checkpoint;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Runs every two seconds; while the database is away, says so once. */
  @Scheduled(fixedDelay = 2000, initialDelay = 2000)
  synchronized void chainByItself() {
    try {
      chain();
      failing = false;
    } catch (DataAccessException | TransactionException away) {
      if (!failing) {
        LOG.warn("Audit entries wait to be chained: the database cannot be used");
      }
      failing = true;
    }
  }

  /** Chains what waits, unless another node is at it; must not be called in a transaction. */
  public void chain() {
    boolean more = true;
    while (more) {
      more = Boolean.TRUE.equals(transaction.execute(status -> chainSome()));
    }
    heads.read().filter(heads::sound).ifPresent(checkpoint::keep);
  }

  private boolean chainSome() {
    Optional<AuditHead> head = heads.tryLock();
    if (head.isEmpty()) {
      return false;
    }
    if (!trusted(head.get())) {
      return false;
    }
    if (head.get().untouched()) {
      table.unsealed().forEach(entry -> table.seal(entry.id(), seals.seal(entry)));
    }
    List<AuditEntry> waiting = table.waiting(BATCH);
    if (!waiting.isEmpty()) {
      append(head.get(), waiting);
    }
    return waiting.size() == BATCH;
  }

  /**
   * A head that we did not seal, or none at all where an end was noted before, is not gone on from:
   * that would give what somebody wrote into the database our seal.
   */
  private boolean trusted(AuditHead head) {
    boolean trusted = heads.sound(head) && (!head.untouched() || checkpoint.read().isEmpty());
    if (!trusted && !warned) {
      LOG.error("The head of the audit log was altered; nothing more is chained. See the README");
    }
    warned = !trusted;
    return trusted;
  }

  private void append(AuditHead head, List<AuditEntry> entries) {
    Instant now = clock.instant();
    long seq = head.seq();
    String hash = head.hash();
    for (AuditEntry entry : entries) {
      AuditEntry.Link link = seals.link(seq, hash, entry.seal());
      table.chain(entry.id(), link, now);
      seq = link.seq();
      hash = link.hash();
    }
    heads.write(new AuditHead(seq, hash, head.anchorSeq(), head.anchorHash(), null));
  }
}
