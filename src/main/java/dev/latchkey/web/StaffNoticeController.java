package dev.latchkey.web;

import dev.latchkey.help.NewNotice;
import dev.latchkey.help.NoticeKind;
import dev.latchkey.help.ServiceNotices;
import dev.latchkey.help.ServiceStatus;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where leads announce trouble and take announcements back; who may is decided in front of it. */
@Controller
@RequestMapping("/staff/notices")
class StaffNoticeController {
  private static final String PAGE = "staff/notices";
  private static final List<String> CHANNELS =
      List.of(ServiceBanners.TEXT_MESSAGE, ServiceBanners.EMAIL);

  /** Languages of the free text; a notice without it has the text of its kind in all of them. */
  private static final List<String> LANGUAGES = List.of("en", "ja", "mr");

  private final ServiceNotices notices;
  private final ServiceStatus service;
  private final PageTexts texts;
  private final Clock clock;

  StaffNoticeController(
      ServiceNotices notices, ServiceStatus service, PageTexts texts, Clock clock) {
    this.notices = notices;
    this.service = service;
    this.texts = texts;
    this.clock = clock;
  }

  @ModelAttribute
  void commonParts(Locale locale, Model model) {
    model.addAttribute("kinds", NoticeKind.values());
    model.addAttribute("channels", CHANNELS);
    model.addAttribute("textLanguages", LANGUAGES);
    model.addAttribute("longest", NewNotice.LONGEST_TEXT);
    model.addAttribute("countries", new CountryNames(locale));
    model.addAttribute("now", clock.instant());
  }

  @GetMapping
  String show(@RequestParam(name = "done", defaultValue = "") String done, Model model) {
    model.addAttribute("done", Set.of("opened", "closed", "gone").contains(done) ? done : null);
    return page(model, Map.of(), null);
  }

  @PostMapping
  String open(
      @RequestParam Map<String, String> typed,
      Principal staff,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    return notices
        .open(notice(typed), staff.getName())
        .map(
            flaw -> {
              response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
              String text = texts.problem(locale, "notice-" + flaw.field(), flaw.problem());
              return page(model, typed, new FieldProblem(flaw.field(), text));
            })
        .orElse("redirect:/staff/notices?done=opened");
  }

  @PostMapping("/close")
  String close(@RequestParam("id") String id, Principal staff) {
    return "redirect:/staff/notices?done="
        + (notices.close(id, staff.getName()) ? "closed" : "gone");
  }

  private String page(Model model, Map<String, String> typed, FieldProblem problem) {
    model.addAttribute("notices", notices.newest());
    model.addAttribute("overview", service.overview());
    model.addAttribute("typed", typed);
    model.addAttribute("problem", problem);
    return PAGE;
  }

  private static NewNotice notice(Map<String, String> typed) {
    Map<String, String> free = new LinkedHashMap<>();
    LANGUAGES.forEach(language -> free.put(language, value(typed, "text_" + language)));
    return new NewNotice(
        value(typed, "kind"),
        CHANNELS.stream()
            .filter(channel -> typed.containsKey(channel.replace('-', '_')))
            .collect(Collectors.toCollection(LinkedHashSet::new)),
        value(typed, "countries"),
        value(typed, "starts"),
        value(typed, "ends"),
        free);
  }

  private static String value(Map<String, String> typed, String name) {
    return typed.getOrDefault(name, "");
  }
}
