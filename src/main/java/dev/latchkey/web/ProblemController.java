package dev.latchkey.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Explains the problem types of the REST interface at their own addresses (RFC 9457, 3.1.1). */
@Controller
class ProblemController {
  private final MessageSource messages;

  ProblemController(MessageSource messages) {
    this.messages = messages;
  }

  @GetMapping("/problems/{type:[a-z-]+}")
  String explain(@PathVariable("type") String type, Locale locale, Model model) {
    String title = messages.getMessage("api." + type + ".title", null, null, locale);
    if (title == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    model.addAttribute("title", title);
    model.addAttribute("remedy", messages.getMessage("api." + type + ".remedy", null, locale));
    return "problem";
  }
}
