package dev.latchkey.web;

import dev.latchkey.recovery.SecondSteps;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** "I can't use any of these": from the second step of a sign-in to a recovery. */
@Controller
@RequestMapping(StepPlaces.SECOND_STEP + "/factor-lost")
class FactorLostController {
  private final SecondSteps secondSteps;
  private final StepPlaces places;
  private final PageCookies cookies;

  FactorLostController(SecondSteps secondSteps, StepPlaces places, PageCookies cookies) {
    this.secondSteps = secondSteps;
    this.places = places;
    this.cookies = cookies;
  }

  @PostMapping
  String recover(StepVisit visit, HttpServletResponse response) {
    return secondSteps
        .factorLost(visit.token())
        .map(token -> recovery(token, response))
        .orElse(visit.back() + "?moved=1");
  }

  @GetMapping
  String back(StepVisit visit) {
    return visit.back();
  }

  private String recovery(String token, HttpServletResponse response) {
    StepPlace recovery = places.at(StepPlaces.RECOVERY);
    response.addHeader(HttpHeaders.SET_COOKIE, cookies.steps(recovery, token));
    response.addHeader(HttpHeaders.SET_COOKIE, cookies.none(PageCookies.SECOND_STEP));
    return "redirect:" + recovery.base();
  }
}
