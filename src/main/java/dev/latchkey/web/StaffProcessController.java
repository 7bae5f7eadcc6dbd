package dev.latchkey.web;

import dev.latchkey.flow.FlowMoves;
import dev.latchkey.flow.FlowMoves.Moved;
import dev.latchkey.flow.FlowVersions;
import dev.latchkey.flow.FlowVersions.Returned;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where analysts see the versions of the diagrams, go back and move what waits; leads and
 * administrators see the same and change nothing. Who may is decided in front of it.
 */
@Controller
@RequestMapping("/staff/processes")
class StaffProcessController {
  private static final String HERE = "/staff/processes";
  private static final String BACK = "staff/process-back";
  private static final Set<String> DONE = Set.of("back");

  private final FlowVersions versions;
  private final FlowMoves moves;

  StaffProcessController(FlowVersions versions, FlowMoves moves) {
    this.versions = versions;
    this.moves = moves;
  }

  @GetMapping
  String show(@RequestParam(name = "done", defaultValue = "") String done, Model model) {
    model.addAttribute("done", DONE.contains(done) ? done : null);
    model.addAttribute("drawings", versions.drawings());
    return "staff/processes";
  }

  @GetMapping("/deployment")
  String deployment(@RequestParam("id") String id, Model model) {
    model.addAttribute(
        "deployed", versions.deployment(id).orElseThrow(StaffProcessController::notFound));
    return "staff/process-deployment";
  }

  @GetMapping("/back")
  String askBack(
      @RequestParam("id") String id,
      @RequestParam(name = "again", defaultValue = "false") boolean again,
      Model model) {
    model.addAttribute("again", again);
    return back(id, List.of(), model);
  }

  @PostMapping("/back")
  String goBack(
      @RequestParam("id") String id,
      @RequestParam("seen") String seen,
      Principal staff,
      Model model,
      RedirectAttributes next,
      HttpServletResponse response) {
    Returned returned = versions.goBack(id, seen, staff.getName());
    if (returned instanceof Returned.Done) {
      return "redirect:" + HERE + "?done=back";
    } else if (returned instanceof Returned.Refused refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return back(id, refused.findings(), model);
    }
    next.addAttribute("again", true);
    next.addAttribute("id", id);
    return "redirect:" + HERE + "/back";
  }

  private String back(String id, List<String> findings, Model model) {
    model.addAttribute("way", versions.wayBack(id).orElseThrow(StaffProcessController::notFound));
    model.addAttribute("findings", findings);
    return BACK;
  }

  @GetMapping("/move")
  String askMove(
      @RequestParam("from") String from,
      @RequestParam(name = "moved", required = false) Integer moved,
      @RequestParam(name = "kept", defaultValue = "0") int kept,
      @RequestParam(name = "busy", defaultValue = "0") int busy,
      Model model) {
    model.addAttribute("moved", moved);
    model.addAttribute("kept", kept);
    model.addAttribute("busy", busy);
    model.addAttribute(
        "forecast", moves.forecast(from).orElseThrow(StaffProcessController::notFound));
    return "staff/process-move";
  }

  @PostMapping("/move")
  String move(
      @RequestParam("from") String from,
      @RequestParam("to") String to,
      Principal staff,
      RedirectAttributes next) {
    Moved moved = moves.move(from, to, staff.getName());
    next.addAttribute("from", from);
    next.addAttribute("moved", moved.moved());
    next.addAttribute("kept", moved.kept());
    next.addAttribute("busy", moved.busy());
    return "redirect:" + HERE + "/move";
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
