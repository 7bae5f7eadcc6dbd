package dev.latchkey.messaging.twilio;

import dev.latchkey.messaging.DeliveryStatus;
import dev.latchkey.messaging.Receipts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes Twilio's delivery receipts. Signed requests only. */
@RestController
@ConditionalOnProperty(name = "latchkey.messaging.text.provider", havingValue = "twilio")
class TwilioStatusController {
  static final String PATH = "/webhooks/twilio/status";
  private static final Map<String, DeliveryStatus> STATUSES =
      Map.of(
          "sent", DeliveryStatus.SENT,
          "delivered", DeliveryStatus.DELIVERED,
          "read", DeliveryStatus.DELIVERED,
          "undelivered", DeliveryStatus.UNDELIVERED,
          "failed", DeliveryStatus.UNDELIVERED,
          "canceled", DeliveryStatus.UNDELIVERED);

  private final Receipts receipts;
  private final TwilioSignatures signatures;

  TwilioStatusController(Receipts receipts, TwilioSignatures signatures) {
    this.receipts = receipts;
    this.signatures = signatures;
  }

  @PostMapping(PATH)
  ResponseEntity<Void> status(HttpServletRequest request) {
    return signatures
        .signedFields(request, PATH)
        .map(this::take)
        .orElseGet(() -> ResponseEntity.status(HttpStatus.FORBIDDEN).build());
  }

  private ResponseEntity<Void> take(Map<String, String> fields) {
    DeliveryStatus status = STATUSES.get(fields.getOrDefault("MessageStatus", ""));
    String id = fields.get("MessageSid");
    if (status != null && id != null) {
      String cause =
          status == DeliveryStatus.UNDELIVERED ? TwilioCauses.of(fields.get("ErrorCode")) : null;
      receipts.record(TwilioSender.PROVIDER, id, status, cause);
    }
    return ResponseEntity.noContent().build();
  }
}
