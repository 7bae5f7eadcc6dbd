package dev.latchkey.web;

import dev.latchkey.help.Incidents;
import java.security.Principal;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where leads see what stands still and try it again; who may is decided in front of it. */
@Controller
@RequestMapping("/staff/incidents")
class StaffIncidentController {
  private static final Set<String> DONE = Set.of("done", "again", "gone");
  private final Incidents incidents;

  StaffIncidentController(Incidents incidents) {
    this.incidents = incidents;
  }

  @GetMapping
  String show(@RequestParam(name = "retried", defaultValue = "") String retried, Model model) {
    model.addAttribute("retried", DONE.contains(retried) ? retried : null);
    model.addAttribute("incidents", incidents.list());
    return "staff/incidents";
  }

  @PostMapping("/retry")
  String retry(@RequestParam("id") String id, Principal staff) {
    String retried = incidents.retry(id, staff.getName()).name().toLowerCase(Locale.ROOT);
    return "redirect:/staff/incidents?retried=" + retried;
  }
}
