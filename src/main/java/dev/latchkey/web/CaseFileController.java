package dev.latchkey.web;

import dev.latchkey.review.CaseFile;
import dev.latchkey.review.CaseFiles;
import dev.latchkey.review.evidence.EvidenceDesk;
import dev.latchkey.review.evidence.EvidenceDesk.Look;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/**
 * The form of review tasks, which Tasklist loads with the task's id: the case file as it is at this
 * moment. Who may ask at all is decided in front of it, who may see this one behind it.
 */
@Controller
class CaseFileController {
  private final CaseFiles files;
  private final EvidenceDesk evidence;

  CaseFileController(CaseFiles files, EvidenceDesk evidence) {
    this.files = files;
    this.evidence = evidence;
  }

  @GetMapping("/camunda/latchkey/case-file")
  String show(@RequestParam("taskId") String taskId, Authentication staff, Model model) {
    Set<String> groups = AuthorityUtils.authorityListToSet(staff.getAuthorities());
    CaseFile file =
        files
            .look(taskId, staff.getName(), groups)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("file", file);
    model.addAttribute("task", taskId);
    model.addAttribute(
        "evidence", evidence.list(new Look(taskId, staff.getName(), groups)).orElse(List.of()));
    return "staff/case-file";
  }

  /** The code to read out, as plain text; the form asks for it when the reviewer chooses that. */
  @GetMapping(path = "/camunda/latchkey/read-out-code", produces = MediaType.TEXT_PLAIN_VALUE)
  @ResponseBody
  String readOutCode(@RequestParam("taskId") String taskId, Authentication staff) {
    Set<String> groups = AuthorityUtils.authorityListToSet(staff.getAuthorities());
    return files
        .readOutCode(taskId, staff.getName(), groups)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
