package dev.latchkey.review.evidence;

import dev.latchkey.audit.AuditLog;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files that a person adds to a request: a photograph of a letter, a screenshot. What comes in is
 * never kept; what is kept was drawn by us from what it shows. Cases without an account are treated
 * alike (T1).
 */
@Component
public class EvidenceFiles {
  /** Most files of one request. */
  public static final int MOST = 3;

  /** Largest file that is taken, in bytes. */
  public static final int LARGEST = 5 * 1024 * 1024;

  private static final String PERSON = "person";

  private final EvidenceRows rows;
  private final EvidenceLimits limits;
  private final EvidencePages pages;
  private final Redrawing redrawing;
  private final AuditLog audit;
  private final Clock clock;
  private final TransactionTemplate transaction;

  EvidenceFiles(
      EvidenceRows rows,
      EvidenceLimits limits,
      EvidencePages pages,
      Redrawing redrawing,
      AuditLog audit,
      Clock clock,
      TransactionTemplate transaction) {
    this.rows = rows;
    this.limits = limits;
    this.pages = pages;
    this.redrawing = redrawing;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
  }

  /**
   * Looks at a file and keeps its pictures. The try is counted before, in a transaction of its own;
   * takes up to half a minute.
   *
   * @param client network address of the one who sends it
   * @param name as the sender calls it, or null
   */
  public AddedEvidence add(String caseId, String client, String name, byte[] content) {
    if (content.length == 0) {
      return new AddedEvidence.Refused(EvidenceProblem.MISSING);
    }
    if (content.length > LARGEST) {
      return new AddedEvidence.Refused(EvidenceProblem.TOO_LARGE);
    }
    Optional<FileKind> kind = FileKind.of(content);
    return kind.isEmpty()
        ? new AddedEvidence.Refused(EvidenceProblem.KIND)
        : add(caseId, client, new Named(FileNames.safe(name), kind.get()), content);
  }

  private AddedEvidence add(String caseId, String client, Named file, byte[] content) {
    try {
      String id = limits.reserve(caseId, client, file.name(), file.kind());
      List<Picture> pictures = redrawn(id, file.kind(), content);
      return transaction.execute(status -> keep(caseId, id, file, pictures));
    } catch (Unusable refused) {
      return new AddedEvidence.Refused(refused.problem());
    }
  }

  private List<Picture> redrawn(String id, FileKind kind, byte[] content) throws Unusable {
    boolean done = false;
    try {
      List<Picture> pictures = redrawing.redraw(kind, content);
      done = true;
      return pictures;
    } finally {
      if (!done) {
        transaction.executeWithoutResult(status -> rows.refuse(id));
      }
    }
  }

  /** Asks again whether the case takes files: it may have been decided meanwhile. */
  private AddedEvidence keep(String caseId, String id, Named file, List<Picture> pictures) {
    long bytes = pictures.stream().mapToLong(picture -> picture.content().length).sum();
    if (!rows.open(caseId) || !rows.keep(id, pictures.size(), bytes)) {
      rows.refuse(id);
      return new AddedEvidence.Refused(EvidenceProblem.LATE);
    }
    pages.keep(id, pictures);
    audit.record(caseId, PERSON, "add-evidence", "kept", id);
    return new AddedEvidence.Kept(
        new Evidence(id, file.name(), file.kind(), pictures.size(), bytes, clock.instant()));
  }

  /** Takes a file back; false if the case has no such file, or is decided or over. */
  public boolean remove(String caseId, String id) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              boolean removed = rows.open(caseId) && rows.remove(caseId, id);
              if (removed) {
                audit.record(caseId, PERSON, "remove-evidence", "removed", id);
              }
              return removed;
            }));
  }

  /** Files of the case, in the order in which they came. */
  public List<Evidence> of(String caseId) {
    return rows.kept(caseId);
  }

  /** Whether files can be added now. */
  public boolean takes(String caseId) {
    return rows.open(caseId);
  }

  /** A case ended: files of one that was given up or ran out go at once. Joins the transaction. */
  public void caseEnded(String caseId) {
    rows.forgetIfGivenUp(caseId);
  }

  private record Named(String name, FileKind kind) {}
}
