package dev.latchkey.messaging.smtp;

import dev.latchkey.messaging.MessagingProperties;
import dev.latchkey.messaging.Receipts;
import jakarta.mail.MessagingException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes the notifications that come back to the bounce address: whoever receives mail for it posts
 * each message here as it is. Nothing of a message is kept but what became of ours.
 */
@RestController
@ConditionalOnProperty("latchkey.messaging.smtp.bounce-secret")
class BounceController {
  private static final Logger LOG = LoggerFactory.getLogger(BounceController.class);
  private static final int LARGEST = 64 * 1024;

  private final Receipts receipts;
  private final BounceSignature signature;

  BounceController(Receipts receipts, MessagingProperties properties, Clock clock) {
    this.receipts = receipts;
    this.signature = new BounceSignature(properties.smtp().bounceSecret(), clock);
  }

  @PostMapping("/webhooks/mail/bounce")
  ResponseEntity<Void> bounce(
      @RequestHeader(name = "X-Latchkey-Timestamp", required = false) String timestamp,
      @RequestHeader(name = "X-Latchkey-Signature", required = false) String signed,
      @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) String contentType,
      @RequestBody(required = false) byte[] body) {
    if (body != null && body.length > LARGEST) {
      return answer(HttpStatus.PAYLOAD_TOO_LARGE);
    }
    if (body == null || !signature.proves(timestamp, body, signed)) {
      return answer(HttpStatus.FORBIDDEN);
    }
    try {
      Bounce.read(body, contentType)
          .ifPresent(
              bounce ->
                  receipts.record(
                      SmtpSender.PROVIDER, bounce.messageId(), bounce.status(), bounce.cause()));
      return answer(HttpStatus.NO_CONTENT);
    } catch (MessagingException unreadable) {
      LOG.warn("A mail to the bounce address cannot be read");
      return answer(HttpStatus.UNPROCESSABLE_ENTITY);
    }
  }

  private static ResponseEntity<Void> answer(HttpStatus status) {
    return ResponseEntity.status(status).build();
  }
}
