package dev.latchkey.api;

import dev.latchkey.recovery.RecoveryService;
import dev.latchkey.recovery.RecoveryView;
import dev.latchkey.review.evidence.AddedEvidence;
import dev.latchkey.review.evidence.EvidenceFiles;
import dev.latchkey.review.evidence.EvidenceProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files of a request to support, for programs: the same rules as on the pages. */
@RestController
class EvidenceApi implements EvidenceApiDescription {
  private final RecoveryService recoveries;
  private final EvidenceFiles files;
  private final Problems problems;

  EvidenceApi(RecoveryService recoveries, EvidenceFiles files, Problems problems) {
    this.recoveries = recoveries;
    this.files = files;
    this.problems = problems;
  }

  @Override
  public ResponseEntity<Object> add(
      String authorization, MultipartFile file, HttpServletRequest client) {
    Optional<RecoveryView> view = recoveries.view(Bearer.token(authorization));
    if (view.isEmpty()) {
      return problems.of(ProblemType.UNKNOWN_RECOVERY);
    }
    AddedEvidence added =
        files.add(
            view.get().caseId(), client.getRemoteAddr(), file.getOriginalFilename(), content(file));
    if (added instanceof AddedEvidence.Kept kept) {
      return ResponseEntity.status(HttpStatus.CREATED)
          .cacheControl(CacheControl.noStore())
          .body(RequestResource.File.of(kept.evidence()));
    }
    EvidenceProblem problem = ((AddedEvidence.Refused) added).problem();
    return problem == EvidenceProblem.LATE
        ? problems.of(ProblemType.NOT_WAITED_FOR)
        : problems.of(ProblemType.UNUSABLE, Map.of("field", "file", "problem", problem.key()));
  }

  @Override
  public ResponseEntity<Object> remove(String authorization, String id) {
    Optional<RecoveryView> view = recoveries.view(Bearer.token(authorization));
    if (view.isEmpty()) {
      return problems.of(ProblemType.UNKNOWN_RECOVERY);
    }
    return files.remove(view.get().caseId(), id)
        ? ResponseEntity.noContent().build()
        : problems.of(ProblemType.NOT_FOUND);
  }

  /** One byte more than is taken is enough to know that it is too large. */
  private static byte[] content(MultipartFile file) {
    try (InputStream content = file.getInputStream()) {
      return content.readNBytes(EvidenceFiles.LARGEST + 1);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
