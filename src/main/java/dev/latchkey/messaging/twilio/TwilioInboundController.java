package dev.latchkey.messaging.twilio;

import dev.latchkey.messaging.InboundTexts;
import dev.latchkey.messaging.Keyword;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes the text messages that people send to our numbers at Twilio. Signed requests only. */
@RestController
@ConditionalOnProperty(name = "latchkey.messaging.text.provider", havingValue = "twilio")
class TwilioInboundController {
  static final String PATH = "/webhooks/twilio/inbound";

  /** What Twilio heeds and answers by itself unless told otherwise. */
  private static final Set<String> STANDARD =
      Set.of(
          "STOP",
          "STOPALL",
          "UNSUBSCRIBE",
          "CANCEL",
          "END",
          "QUIT",
          "OPTOUT",
          "REVOKE",
          "START",
          "YES",
          "UNSTOP",
          "HELP",
          "INFO");

  private final InboundTexts texts;
  private final TwilioSignatures signatures;
  private final boolean answersStandard;

  TwilioInboundController(InboundTexts texts, TwilioSignatures signatures, TwilioAccess access) {
    this.texts = texts;
    this.signatures = signatures;
    this.answersStandard = access.answersKeywords();
  }

  @PostMapping(PATH)
  ResponseEntity<Void> text(HttpServletRequest request) {
    return signatures
        .signedFields(request, PATH)
        .map(this::take)
        .orElseGet(() -> ResponseEntity.status(HttpStatus.FORBIDDEN).build());
  }

  private ResponseEntity<Void> take(Map<String, String> fields) {
    String id = fields.get("MessageSid");
    if (id != null) {
      String body = fields.getOrDefault("Body", "");
      // Only with Advanced Opt-Out, which has words of its own and answers them
      String understood = fields.getOrDefault("OptOutType", "");
      boolean answered = !understood.isEmpty() || (answersStandard && standard(body));
      Keyword keyword = Keyword.of(understood.isEmpty() ? body : understood);
      texts.receive(TwilioSender.PROVIDER, id, fields.get("From"), keyword, answered);
    }
    return ResponseEntity.noContent().build();
  }

  private static boolean standard(String body) {
    return STANDARD.contains(body.strip().toUpperCase(Locale.ROOT));
  }
}
