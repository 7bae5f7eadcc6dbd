package dev.latchkey.messaging.mailroom;

import dev.latchkey.messaging.Channel;
import dev.latchkey.messaging.Sender;
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
  private final List<Channel> channels;

  MailroomController(Mailroom mailroom, MailroomReports reports, List<Sender> senders) {
    this.mailroom = mailroom;
    this.reports = reports;
    this.channels =
        senders.stream()
            .filter(sender -> sender.provider().equals(Mailroom.PROVIDER))
            .map(Sender::channel)
            .toList();
  }

  @GetMapping("/mailroom")
  String newest(Model model) {
    model.addAttribute("messages", mailroom.newest());
    model.addAttribute("reports", channels.stream().map(reports::choice).toList());
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
