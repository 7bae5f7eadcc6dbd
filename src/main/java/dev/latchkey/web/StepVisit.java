package dev.latchkey.web;

import dev.latchkey.recovery.RecoveryView;
import java.util.Optional;

/**
 * A request to a page of steps, as a parameter of controllers.
 *
 * @param token of the case; empty if the browser has none
 */
record StepVisit(StepPlace place, String token) {

  /** The case as it stands, or empty. */
  Optional<RecoveryView> view() {
    return token.isEmpty() ? Optional.empty() : place.steps().view(token);
  }

  /** Back to the page of the step. */
  String back() {
    return "redirect:" + place.base();
  }

  @Override
  public String toString() {
    return "StepVisit[" + place.base() + "]";
  }
}
