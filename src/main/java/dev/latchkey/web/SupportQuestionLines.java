package dev.latchkey.web;

import dev.latchkey.recovery.RecoveryView;
import dev.latchkey.review.Inquiries;
import dev.latchkey.review.Inquiry;
import dev.latchkey.review.Review;
import dev.latchkey.review.ReviewQuestion;
import dev.latchkey.review.Reviews;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What pages tell of questions and decisions of support. Templates know it by its name. */
@Component
class SupportQuestionLines {
  private final Inquiries inquiries;
  private final Reviews reviews;
  private final PageTexts texts;

  SupportQuestionLines(Inquiries inquiries, Reviews reviews, PageTexts texts) {
    this.inquiries = inquiries;
    this.reviews = reviews;
    this.texts = texts;
  }

  /** What support asks now, or null. */
  public Inquiry of(RecoveryView view) {
    return inquiries.current(view.caseId()).filter(Inquiry::open).orElse(null);
  }

  /** The name of a question's field. */
  public String field(ReviewQuestion question) {
    return SupportAnswerForm.field(question);
  }

  /** What stands in the field of a question: what was just typed, else what was kept before. */
  public String answer(Inquiry inquiry, ReviewQuestion question, Map<String, String> typed) {
    return typed.getOrDefault(question.key(), inquiry.answerTo(question).orElse(""));
  }

  /** Why support declined, in the reader's language; null if there is nothing to say. */
  public String reason(RecoveryView view, Locale locale) {
    return reviews
        .of(view.caseId())
        .map(Review::reason)
        .map(key -> texts.first(locale, null, "decline." + key, "decline.not-convincing"))
        .orElse(null);
  }
}
