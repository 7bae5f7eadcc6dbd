package dev.latchkey.web;

import dev.latchkey.recovery.RecoveryView;
import dev.latchkey.review.evidence.AddedEvidence;
import dev.latchkey.review.evidence.EvidenceFiles;
import dev.latchkey.review.evidence.EvidenceProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Files as a form sends them, and what a person is told about those that are not taken. */
@Component
class EvidenceUploads {
  static final String FIELD = "file";

  private final EvidenceFiles files;
  private final StepPages pages;
  private final PageTexts texts;

  EvidenceUploads(EvidenceFiles files, StepPages pages, PageTexts texts) {
    this.files = files;
    this.pages = pages;
    this.texts = texts;
  }

  /**
   * Adds the file to the visitor's case.
   *
   * @param typed what can be shown again
   * @return where to go if it is not taken; empty if it is kept
   */
  Optional<ModelAndView> refusal(
      StepVisit visit, MultipartFile file, Map<String, String> typed, HttpServletRequest request) {
    Optional<RecoveryView> view = visit.view();
    if (view.isEmpty()) {
      return Optional.of(new ModelAndView(visit.back()));
    }
    AddedEvidence added =
        files.add(
            view.get().caseId(),
            request.getRemoteAddr(),
            file.getOriginalFilename(),
            content(file));
    return added instanceof AddedEvidence.Refused refused
        ? Optional.of(refused(visit, view.get(), refused.problem(), typed))
        : Optional.empty();
  }

  private ModelAndView refused(
      StepVisit visit, RecoveryView view, EvidenceProblem problem, Map<String, String> typed) {
    if (problem == EvidenceProblem.LATE) {
      return new ModelAndView(visit.back() + "?moved=1");
    }
    Locale locale = LocaleContextHolder.getLocale();
    FieldProblem said = new FieldProblem(FIELD, texts.problem(locale, FIELD, problem.key()));
    StepPage page = pages.of(visit.place(), view, locale, said, typed);
    return new ModelAndView("recovery", Map.of("page", page), HttpStatus.UNPROCESSABLE_ENTITY);
  }

  /** One byte more than is taken is enough to know that it is too large. */
  private static byte[] content(MultipartFile file) {
    try (java.io.InputStream content = file.getInputStream()) {
      return content.readNBytes(EvidenceFiles.LARGEST + 1);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
