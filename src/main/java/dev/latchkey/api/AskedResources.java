package dev.latchkey.api;

import dev.latchkey.recovery.RecoveryMessage;
import dev.latchkey.recovery.RecoveryView;
import dev.latchkey.review.Inquiries;
import dev.latchkey.review.Inquiry;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the questions of support as clients see them. */
@Component
class AskedResources {
  private final Inquiries inquiries;

  AskedResources(Inquiries inquiries) {
    this.inquiries = inquiries;
  }

  /** What is asked at this step, or empty. */
  Optional<AskedResource> of(RecoveryView view) {
    return view.offers(RecoveryMessage.SUPPORT_ANSWERED)
        ? inquiries.current(view.caseId()).filter(Inquiry::open).map(AskedResources::asked)
        : Optional.empty();
  }

  private static AskedResource asked(Inquiry inquiry) {
    return new AskedResource(
        inquiry.asked().stream().map(one -> one.question().key()).toList(),
        inquiry.wantsReadOut(),
        inquiry.wantsOlderAddress());
  }
}
