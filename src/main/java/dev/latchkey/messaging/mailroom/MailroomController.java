package dev.latchkey.messaging.mailroom;

import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows what the embedded provider "sent". */
@Controller
@Conditional(MailroomConfiguration.ForAnyChannel.class)
class MailroomController {
  private final Mailroom mailroom;

  MailroomController(Mailroom mailroom) {
    this.mailroom = mailroom;
  }

  @GetMapping("/mailroom")
  String newest(Model model) {
    model.addAttribute("messages", mailroom.newest());
    return "mailroom/messages";
  }
}
