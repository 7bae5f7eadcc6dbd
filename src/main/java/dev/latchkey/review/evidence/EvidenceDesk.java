package dev.latchkey.review.evidence;

import dev.latchkey.audit.AuditLog;
import dev.latchkey.review.ReviewDesk;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files as staff see them: of a task that they may look at, and nothing of any other. Every look is
 * recorded, and every look that was refused.
 */
@Component
public class EvidenceDesk {
  private static final String LOOK = "look-at-evidence";

  private final ReviewDesk desk;
  private final EvidenceRows rows;
  private final EvidencePages pages;
  private final AuditLog audit;

  EvidenceDesk(ReviewDesk desk, EvidenceRows rows, EvidencePages pages, AuditLog audit) {
    this.desk = desk;
    this.rows = rows;
    this.pages = pages;
    this.audit = audit;
  }

  /**
   * Who looks at which task.
   *
   * @param groups of the member of staff
   */
  public record Look(String taskId, String staff, Collection<String> groups) {}

  /**
   * A file to be saved.
   *
   * @param name with the ending of what the file is
   */
  @SuppressWarnings("ArrayRecordComponent") // handed to the response, never compared
  public record Download(String name, String mediaType, byte[] content) {}

  /** The files of the task's case; empty if the task is not for these eyes. */
  @Transactional
  public Optional<List<Evidence>> list(Look look) {
    Optional<String> caseId = caseOf(look);
    caseId.ifPresent(id -> audit.record(id, look.staff(), LOOK, "listed", null));
    return caseId.map(rows::kept);
  }

  /** One picture of a file, counted from 1; empty if there is none for these eyes. */
  @Transactional
  public Optional<Picture> picture(Look look, String id, int page) {
    Optional<String> caseId = caseOf(look);
    Optional<Picture> picture =
        caseId.flatMap(found -> file(found, id)).flatMap(file -> pages.of(file.id(), page));
    picture.ifPresent(
        shown ->
            audit.record(caseId.orElseThrow(), look.staff(), LOOK, "shown", id + " page " + page));
    return picture;
  }

  /** A file to be saved, made of its pictures; empty if there is none for these eyes. */
  @Transactional
  public Optional<Download> download(Look look, String id) {
    Optional<String> caseId = caseOf(look);
    Optional<Download> download = caseId.flatMap(found -> file(found, id)).map(this::download);
    download.ifPresent(
        saved -> audit.record(caseId.orElseThrow(), look.staff(), LOOK, "downloaded", id));
    return download;
  }

  private Download download(Evidence file) {
    if (file.kind() == FileKind.PDF) {
      String name = FileNames.withExtension(file.name(), FileKind.PDF);
      return new Download(name, "application/pdf", PictureBook.of(pages.of(file)));
    }
    Picture picture = pages.of(file.id(), 1).orElseThrow();
    FileKind kind = FileKind.of(picture.content()).orElseThrow();
    return new Download(
        FileNames.withExtension(file.name(), kind), picture.mediaType(), picture.content());
  }

  private Optional<Evidence> file(String caseId, String id) {
    return rows.kept(caseId).stream().filter(file -> file.id().equals(id)).findFirst();
  }

  private Optional<String> caseOf(Look look) {
    Optional<String> found = desk.caseOf(look.taskId(), look.staff(), look.groups());
    if (found.isEmpty()) {
      audit.record(null, look.staff(), LOOK, "refused", null);
    }
    return found;
  }
}
