package dev.latchkey.messaging.mailroom;

import dev.latchkey.messaging.Keyword;
import dev.latchkey.messaging.SenderNumbers;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** What the form for text messages on the mailroom's page shows. */
@ControllerAdvice(assignableTypes = {MailroomController.class, MailroomTextController.class})
@ConditionalOnProperty(
    name = MailroomConfiguration.TEXT,
    havingValue = Mailroom.PROVIDER,
    matchIfMissing = true)
class MailroomPhones {
  private final Mailroom mailroom;
  private final SenderNumbers numbers;

  MailroomPhones(Mailroom mailroom, SenderNumbers numbers) {
    this.mailroom = mailroom;
    this.numbers = numbers;
  }

  @ModelAttribute("serviceNumber")
  String serviceNumber() {
    return SenderNumbers.written(numbers.general());
  }

  @ModelAttribute("phones")
  List<String> phones() {
    return mailroom.phones();
  }

  /** Key of the keyword that was understood, or null; whatever else the address says is ignored. */
  @ModelAttribute("heard")
  String heard(@RequestParam(required = false) String heard) {
    return Arrays.stream(Keyword.values())
        .map(Keyword::key)
        .filter(key -> key.equals(heard))
        .findFirst()
        .orElse(null);
  }
}
