package dev.latchkey.help;

import dev.latchkey.messaging.Deliveries;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What people are told of their codes; the same for codes of an account and of a decoy. */
@Service
public class DeliveryNews {
  private final Deliveries deliveries;

  DeliveryNews(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  /** The newest code of this case, or empty while there is none. */
  public Optional<CodeNews> newest(String caseId) {
    return deliveries.ofCodes(caseId).stream().map(CodeNews::of).findFirst();
  }

  /** The newest code of this case that did not arrive, or empty. */
  public Optional<CodeNews> newestUndelivered(String caseId) {
    return deliveries.ofCodes(caseId).stream()
        .map(CodeNews::of)
        .filter(CodeNews::undelivered)
        .findFirst();
  }
}
