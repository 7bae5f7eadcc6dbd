package dev.latchkey.review.evidence;

import dev.latchkey.review.ReviewProperties;
import dev.latchkey.secret.ClientNetwork;
import dev.latchkey.secret.ServerKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** How many files a request and a network may send, and all of them together. */
@Component
class EvidenceLimits {
  /** So that nobody keeps our machine busy with files that are refused or taken back. */
  static final int TRIES_OF_CASE = 20;

  static final Duration DAY = Duration.ofDays(1);

  /** A file that is looked at for longer was given up, when the application stopped. */
  private static final Duration GIVEN_UP = Duration.ofMinutes(2);

  private final EvidenceRows rows;
  private final ReviewProperties settings;
  private final ServerKey key;
  private final Clock clock;
  private final TransactionTemplate transaction;

  EvidenceLimits(
      EvidenceRows rows,
      ReviewProperties settings,
      ServerKey key,
      Clock clock,
      TransactionTemplate transaction) {
    this.rows = rows;
    this.settings = settings;
    this.key = key;
    this.clock = clock;
    this.transaction = transaction;
  }

  /**
   * Takes a place among the files of the case and counts the try, in a transaction of its own: of
   * files that come at once, no more get through than may.
   *
   * @return id of the file
   */
  String reserve(String caseId, String client, String name, FileKind kind) throws Unusable {
    String clientHash = key.hash("evidence client", ClientNetwork.of(client));
    try {
      Reserved reserved = transaction.execute(status -> reserveNow(caseId, clientHash, name, kind));
      if (reserved.problem() != null) {
        throw new Unusable(reserved.problem());
      }
      return reserved.id();
    } catch (DuplicateKeyException anotherAtTheSameMoment) {
      throw new Unusable(EvidenceProblem.BUSY);
    }
  }

  private Reserved reserveNow(String caseId, String clientHash, String name, FileKind kind) {
    Instant now = clock.instant();
    EvidenceProblem problem = problem(caseId, clientHash, now);
    if (problem != null) {
      return new Reserved(null, problem);
    }
    List<Integer> taken = rows.slots(caseId, now.minus(GIVEN_UP));
    int slot =
        IntStream.rangeClosed(1, EvidenceFiles.MOST)
            .filter(free -> !taken.contains(free))
            .findFirst()
            .orElse(0);
    if (slot == 0) {
      return new Reserved(null, EvidenceProblem.FULL);
    }
    String id = UUID.randomUUID().toString();
    rows.insert(id, caseId, clientHash, slot, name, kind, now);
    return new Reserved(id, null);
  }

  /** Why no file is taken now, or null. */
  private EvidenceProblem problem(String caseId, String clientHash, Instant now) {
    if (!rows.open(caseId)) {
      return EvidenceProblem.LATE;
    }
    boolean often =
        rows.triesOfCase(caseId) >= TRIES_OF_CASE
            || rows.triesOfClient(clientHash, now.minus(DAY)) >= settings.evidencePerClient();
    if (often) {
      return EvidenceProblem.TOO_OFTEN;
    }
    return rows.total() >= settings.evidenceTotal().toBytes() ? EvidenceProblem.BUSY : null;
  }

  private record Reserved(String id, EvidenceProblem problem) {}
}
