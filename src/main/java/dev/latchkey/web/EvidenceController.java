package dev.latchkey.web;

import dev.latchkey.recovery.RecoveryView;
import dev.latchkey.review.evidence.EvidenceFiles;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Adds files to a request that support has, and takes them back. */
@Controller
@RequestMapping(StepPlaces.RECOVERY + "/evidence")
class EvidenceController {
  private static final String FILES = "#files";

  private final EvidenceUploads uploads;
  private final EvidenceFiles files;

  EvidenceController(EvidenceUploads uploads, EvidenceFiles files) {
    this.uploads = uploads;
    this.files = files;
  }

  @PostMapping
  ModelAndView add(
      StepVisit visit,
      @RequestParam(EvidenceUploads.FIELD) MultipartFile file,
      HttpServletRequest request) {
    return uploads
        .refusal(visit, file, Map.of(), request)
        .orElseGet(() -> new ModelAndView(visit.back() + FILES));
  }

  @PostMapping("/remove")
  String remove(StepVisit visit, @RequestParam("id") String id) {
    Optional<RecoveryView> view = visit.view();
    boolean removed = view.isPresent() && files.remove(view.get().caseId(), id);
    return visit.back() + (removed || view.isEmpty() ? FILES : "?moved=1");
  }

  /** Someone loads the page again that told of a problem. */
  @GetMapping({"", "/remove"})
  String back(StepVisit visit) {
    return visit.back();
  }
}
