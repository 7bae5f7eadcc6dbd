package dev.latchkey.web;

import dev.latchkey.directory.Account;
import dev.latchkey.recovery.SecondSteps;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Leads somebody whose password was right to the second step. */
@Component
class SecondStepStart {
  private final SecondSteps secondSteps;
  private final StepPlaces places;
  private final PageCookies cookies;

  SecondStepStart(SecondSteps secondSteps, StepPlaces places, PageCookies cookies) {
    this.secondSteps = secondSteps;
    this.places = places;
    this.cookies = cookies;
  }

  /**
   * Opens the second step and says where to go.
   *
   * @param next the page to go on to afterwards
   */
  String open(
      Account account, String next, HttpServletRequest request, HttpServletResponse response) {
    StepPlace place = places.at(StepPlaces.SECOND_STEP);
    String token =
        secondSteps.open(account.id(), LocaleContextHolder.getLocale(), Clients.of(request));
    response.addHeader(HttpHeaders.SET_COOKIE, cookies.steps(place, token));
    response.addHeader(HttpHeaders.SET_COOKIE, cookies.next(next));
    return "redirect:" + place.base();
  }
}
