package dev.latchkey.web;

import dev.latchkey.help.CodeNews;
import dev.latchkey.help.DeliveryNews;
import dev.latchkey.recovery.RecoveryView;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What pages tell of the way of a code. Templates know it by its name. */
@Component
class DeliveryLines {
  private static final String UNDELIVERED = "undelivered";

  private final DeliveryNews news;
  private final PageTexts texts;

  DeliveryLines(DeliveryNews news, PageTexts texts) {
    this.news = news;
    this.texts = texts;
  }

  /**
   * The newest code if it was delivered, else null: also for one that a reviewer wanted, of which
   * nothing is told.
   */
  public CodeNews delivered(RecoveryView view) {
    return view.forReviewer()
        ? null
        : news.newest(view.caseId()).filter(CodeNews::delivered).orElse(null);
  }

  /** What happened last, and why where a code did not arrive; null if there is nothing to say. */
  String notice(Locale locale, RecoveryView view, String step) {
    String plain = texts.notice(locale, view.notice(), step);
    if (!UNDELIVERED.equals(view.notice())) {
      return plain;
    }
    String key = "notice." + UNDELIVERED;
    return news.newestUndelivered(view.caseId())
        .map(
            code ->
                texts.first(
                    locale,
                    null,
                    key + "." + step,
                    key + "." + code.channel() + "." + code.reason().key(),
                    key + "." + code.channel(),
                    key))
        .orElse(plain);
  }
}
