package dev.latchkey.messaging.mailroom;

import dev.latchkey.messaging.InboundTexts;
import dev.latchkey.messaging.Keyword;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes text messages to the embedded provider, as a real one's callback would bring them. */
@Controller
@ConditionalOnProperty(
    name = MailroomConfiguration.TEXT,
    havingValue = Mailroom.PROVIDER,
    matchIfMissing = true)
class MailroomTextController {
  private final InboundTexts texts;
  private final Mailroom mailroom;

  MailroomTextController(InboundTexts texts, Mailroom mailroom) {
    this.texts = texts;
    this.mailroom = mailroom;
  }

  @PostMapping("/mailroom/text")
  String text(
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String text,
      Model model) {
    Keyword keyword = Keyword.of(text);
    String id = UUID.randomUUID().toString();
    if (texts.receive(Mailroom.PROVIDER, id, from, keyword, false)) {
      return "redirect:/mailroom?heard=" + keyword.key();
    }
    model.addAttribute("messages", mailroom.newest());
    model.addAttribute("unusable", true);
    model.addAttribute("from", from);
    model.addAttribute("text", text);
    return "mailroom/messages";
  }
}
