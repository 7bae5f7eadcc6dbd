package dev.latchkey.api;

import dev.latchkey.help.DeliveryNews;
import dev.latchkey.recovery.RecoveryView;
import org.springframework.stereotype.Component;

/** Makes recoveries as clients see them. */
@Component
class RecoveryResources {
  private final DeliveryNews news;

  RecoveryResources(DeliveryNews news) {
    this.news = news;
  }

  RecoveryResource of(RecoveryView view) {
    return RecoveryResource.of(
        view, news.newest(view.caseId()).map(DeliveryResource::of).orElse(null));
  }
}
