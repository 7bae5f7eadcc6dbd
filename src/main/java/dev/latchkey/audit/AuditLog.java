package dev.latchkey.audit;

import dev.latchkey.secret.ClientNetwork;
import dev.latchkey.secret.NetworkHint;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Append-only record of who did what, when, from where and with what outcome (R23). Holds no codes,
 * tokens or addresses.
 *
 * <p>An entry is sealed here and inserted in the caller's transaction, without a lock: whoever
 * writes one never waits for another, and cannot block in a circle with the rows of a case. Its
 * place in the chain comes a moment after the commit, from one writer ({@link AuditChain}). Until
 * then it cannot be altered or forged either, because of its seal; it could only be removed without
 * a trace, and for these seconds by somebody who watches the database alone.
 */
@Component
public class AuditLog {
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_ACTOR = 120;
  private static final int LONGEST_AGENT = 200;
  private static final int LONGEST_DETAIL = 400;

  private final AuditTable table;
  private final AuditSeals seals;
  private final Clock clock;

  AuditLog(AuditTable table, AuditSeals seals, Clock clock) {
    this.table = table;
    this.seals = seals;
    this.clock = clock;
  }

  /**
   * Appends an entry in the caller's transaction; the time is UTC. From where is taken from the
   * request that the thread works on, if it works on one.
   *
   * @param caseId may be null
   * @param actor role or staff login, never an address
   * @param detail short and free of personal data, or null
   */
  public void record(String caseId, String actor, String action, String outcome, String detail) {
    record(caseId, actor, action, outcome, detail, RequestOrigin.current());
  }

  /**
   * The same, from a named origin. Texts of any content end as one line; what is too long is cut.
   *
   * @param origin never null; {@link Origin#NONE} for the system itself
   */
  public void record(
      String caseId, String actor, String action, String outcome, String detail, Origin origin) {
    String address = origin.address();
    AuditEntry entry =
        new AuditEntry(
            UUID.randomUUID().toString(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            caseId,
            OneLine.of(actor, LONGEST_ACTOR),
            OneLine.of(NetworkHint.of(address), LONGEST_NAME),
            address == null ? null : seals.client(ClientNetwork.of(address)),
            OneLine.of(origin.agent(), LONGEST_AGENT),
            OneLine.of(action, LONGEST_NAME),
            OneLine.of(outcome, LONGEST_NAME),
            OneLine.of(detail, LONGEST_DETAIL),
            null,
            null);
    table.insert(entry.sealed(seals.seal(entry)));
  }
}
