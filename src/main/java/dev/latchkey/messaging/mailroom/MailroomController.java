package dev.latchkey.messaging.mailroom;

import dev.latchkey.messaging.Channel;
import java.util.List;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Shows what the embedded provider "sent". */
@Controller
@Conditional(MailroomConfiguration.ForAnyChannel.class)
class MailroomController {
  private final Mailroom mailroom;
  private final MailroomReports reports;
  private final List<MailroomSender> senders;

  MailroomController(Mailroom mailroom, MailroomReports reports, List<MailroomSender> senders) {
    this.mailroom = mailroom;
    this.reports = reports;
    this.senders = senders;
  }

  @GetMapping("/mailroom")
  String newest(Model model) {
    model.addAttribute("messages", mailroom.newest());
    model.addAttribute(
        "reports", senders.stream().map(sender -> reports.choice(sender.channel())).toList());
    return "mailroom/messages";
  }

  /** Chooses what is reported of the next messages. */
  @PostMapping("/mailroom/reports")
  String report(
      @RequestParam("channel") Channel channel, @RequestParam("report") MailroomReport report) {
    if (!reports.choose(channel, report)) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    return "redirect:/mailroom";
  }
}
