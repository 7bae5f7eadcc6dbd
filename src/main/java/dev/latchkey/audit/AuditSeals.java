package dev.latchkey.audit;

import dev.latchkey.secret.ServerKey;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The keyed hashes of the log (HMAC-SHA-256). The key is derived from the server key, which is not
 * in the database: with plain hashes, whoever can write to the database could change an entry and
 * calculate the rest of the chain anew.
 */
@Component
class AuditSeals {
  private final ServerKey key;

  AuditSeals(ServerKey key) {
    this.key = key;
  }

  /** Over every field that tells something; a missing one differs from an empty one. */
  String seal(AuditEntry entry) {
    return key.hash(
        "audit entry",
        Stream.of(
                entry.id(),
                String.valueOf(entry.at().toEpochMilli()),
                entry.caseId(),
                entry.actor(),
                entry.network(),
                entry.clientHash(),
                entry.agent(),
                entry.action(),
                entry.outcome(),
                entry.detail())
            .map(field -> field == null ? "" : "=" + field)
            .toArray(String[]::new));
  }

  /** The link of a sealed entry that follows this number and hash. */
  AuditEntry.Link link(long before, String previous, String seal) {
    long seq = before + 1;
    return new AuditEntry.Link(
        seq, previous, key.hash("audit link", String.valueOf(seq), previous, seal));
  }

  String seal(AuditHead head) {
    return key.hash(
        "audit head",
        String.valueOf(head.seq()),
        head.hash(),
        String.valueOf(head.anchorSeq()),
        head.anchorHash());
  }

  /** Keyed hash of a client's network, the same in all entries. */
  String client(String network) {
    return key.hash("audit client", network);
  }
}
