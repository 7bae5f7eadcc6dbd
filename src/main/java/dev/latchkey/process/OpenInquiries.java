package dev.latchkey.process;

import dev.latchkey.recovery.SupportQuestions;
import dev.latchkey.review.Inquiries;
import dev.latchkey.review.Inquiry;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@link SupportQuestions} on the inquiries of reviewers. */
@Component
class OpenInquiries implements SupportQuestions {
  private final Inquiries inquiries;

  OpenInquiries(Inquiries inquiries) {
    this.inquiries = inquiries;
  }

  @Override
  public Optional<Open> of(String caseId) {
    return inquiries.current(caseId).filter(Inquiry::open).map(OpenInquiries::open);
  }

  private static Open open(Inquiry inquiry) {
    return new Open(
        inquiry.round(),
        inquiry.asked().stream().map(asked -> asked.question().key()).toList(),
        inquiry.wantsReadOut());
  }
}
