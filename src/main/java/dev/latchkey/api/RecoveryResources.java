package dev.latchkey.api;

import dev.latchkey.help.DeliveryNews;
import dev.latchkey.recovery.OwnSteps;
import dev.latchkey.recovery.RecoveryView;
import org.springframework.stereotype.Component;

/** Makes recoveries as clients see them. */
@Component
class RecoveryResources {
  private final DeliveryNews news;
  private final AskedResources asked;
  private final RequestResources requests;
  private final OwnSteps ownSteps;

  RecoveryResources(
      DeliveryNews news, AskedResources asked, RequestResources requests, OwnSteps ownSteps) {
    this.news = news;
    this.asked = asked;
    this.requests = requests;
    this.ownSteps = ownSteps;
  }

  RecoveryResource of(RecoveryView view) {
    DeliveryResource delivery =
        view.forReviewer()
            ? null
            : news.newest(view.caseId()).map(DeliveryResource::of).orElse(null);
    return RecoveryResource.of(
        view,
        delivery,
        asked.of(view).orElse(null),
        requests.of(view),
        ownSteps.shown(view).map(own -> OwnFormResource.of(own, view.locale())).orElse(null));
  }
}
