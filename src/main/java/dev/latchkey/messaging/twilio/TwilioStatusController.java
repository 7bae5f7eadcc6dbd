package dev.latchkey.messaging.twilio;

import com.twilio.security.RequestValidator;
import dev.latchkey.messaging.DeliveryStatus;
import dev.latchkey.messaging.Links;
import dev.latchkey.messaging.Receipts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes Twilio's delivery receipts. The signature is checked against the configured URL, whatever
 * the Host and Forwarded headers say.
 */
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
  private final RequestValidator validator;
  private final String url;

  TwilioStatusController(Receipts receipts, TwilioAccess access, Links links) {
    this.receipts = receipts;
    this.validator = new RequestValidator(access.authToken());
    this.url = links.absolute(PATH);
  }

  @PostMapping(PATH)
  ResponseEntity<Void> status(
      HttpServletRequest request,
      @RequestHeader(name = "X-Twilio-Signature", required = false) String signature) {
    Map<String, String> fields = fields(request);
    if (signature == null || fields == null || !validator.validate(url, fields, signature)) {
      return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }
    DeliveryStatus status = STATUSES.get(fields.getOrDefault("MessageStatus", ""));
    String id = fields.get("MessageSid");
    if (status != null && id != null) {
      String cause =
          status == DeliveryStatus.UNDELIVERED ? TwilioCauses.of(fields.get("ErrorCode")) : null;
      receipts.record(TwilioSender.PROVIDER, id, status, cause);
    }
    return ResponseEntity.noContent().build();
  }

  /** The fields that are signed; null when one comes twice, which Twilio never does. */
  private static Map<String, String> fields(HttpServletRequest request) {
    Map<String, String> fields = new HashMap<>();
    for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
      if (field.getValue().length != 1) {
        return null;
      }
      fields.put(field.getKey(), field.getValue()[0]);
    }
    return fields;
  }
}
