package dev.latchkey.web;

import static dev.latchkey.recovery.RecoveryStatus.OPEN;

import dev.latchkey.recovery.NewAddresses;
import dev.latchkey.recovery.RecoveryService;
import dev.latchkey.recovery.SecondSteps;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.WebUtils;

/** The places of step pages, and which of them a request is for. */
@Component
class StepPlaces implements HandlerMethodArgumentResolver {
  static final String RECOVERY = "/recovery";
  static final String SECOND_STEP = "/account/second-step";
  static final String NEW_ADDRESS = "/account/new-address";

  /** Long enough for a review with its hold. */
  private static final Duration RECOVERY_AGE = Duration.ofDays(14);

  private static final Duration SHORT_AGE = Duration.ofHours(1);

  private final SignedInPeople people;
  private final List<StepPlace> places;

  StepPlaces(
      RecoveryService recoveries,
      SecondSteps secondSteps,
      ObjectProvider<NewAddresses> newAddresses,
      SignedInPeople people) {
    this.people = people;
    this.places =
        Stream.concat(
                Stream.of(
                    new StepPlace(
                        RECOVERY, PageCookies.RECOVERY, RECOVERY_AGE, recoveries, "/?gone=1"),
                    new StepPlace(
                        SECOND_STEP,
                        PageCookies.SECOND_STEP,
                        SHORT_AGE,
                        secondSteps,
                        "/account/sign-in?gone=1")),
                newAddresses.stream()
                    .map(
                        steps ->
                            new StepPlace(
                                NEW_ADDRESS,
                                PageCookies.NEW_ADDRESS,
                                SHORT_AGE,
                                steps,
                                "/account/addresses")))
            .toList();
  }

  /** The place with this base. */
  StepPlace at(String base) {
    return places.stream().filter(place -> place.base().equals(base)).findFirst().orElseThrow();
  }

  /** What is in progress in this browser goes on in another language, its codes too. */
  void changeLocale(HttpServletRequest request, Locale locale) {
    for (StepPlace place : places) {
      Cookie cookie = WebUtils.getCookie(request, place.cookie());
      if (cookie != null) {
        place.steps().changeLocale(cookie.getValue(), locale);
      }
    }
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == StepVisit.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      ModelAndViewContainer container,
      NativeWebRequest request,
      WebDataBinderFactory binders) {
    return visit(request.getNativeRequest(HttpServletRequest.class));
  }

  /** Where this browser has a case under way, if it has one. */
  Optional<StepPlace> running(HttpServletRequest request) {
    return places.stream().filter(place -> runs(place, request)).findFirst();
  }

  private boolean runs(StepPlace place, HttpServletRequest request) {
    String token = token(place, request);
    return !token.isEmpty()
        && (!(place.steps() instanceof NewAddresses) || people.find(request).isPresent())
        && open(place, token, request)
        && place.steps().view(token).filter(view -> view.status() == OPEN).isPresent();
  }

  private StepVisit visit(HttpServletRequest request) {
    StepPlace place =
        places.stream()
            .filter(candidate -> candidate.holds(request.getRequestURI()))
            .findFirst()
            .orElseThrow();
    String token = token(place, request);
    return new StepVisit(place, open(place, token, request) ? token : "");
  }

  private static String token(StepPlace place, HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, place.cookie());
    return cookie == null ? "" : cookie.getValue();
  }

  /** Who adds an address has to be signed in all the while: a session that ended adds nothing. */
  private boolean open(StepPlace place, String token, HttpServletRequest request) {
    if (place.steps() instanceof NewAddresses adding) {
      SignedIn me = people.find(request).orElseThrow(NotSignedIn::new);
      return adding.belongsTo(token, me.account().id());
    }
    return true;
  }
}
