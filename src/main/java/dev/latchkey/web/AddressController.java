package dev.latchkey.web;

import dev.latchkey.account.Addresses;
import dev.latchkey.account.AddressesToCheck;
import dev.latchkey.directory.Address;
import dev.latchkey.recovery.NewAddresses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The account's addresses and phone numbers. */
@Controller
class AddressController {
  private static final String PAGE = "/account/addresses";
  private static final String REMOVE = "/account/addresses/remove";
  private static final String VIEW = "account/addresses";
  private static final String FIELD = "address";
  private final Addresses addresses;
  private final AddressesToCheck toCheck;
  private final NewAddresses newAddresses;
  private final RecentSignIn recent;
  private final StepPlaces places;
  private final PageCookies cookies;
  private final PageTexts texts;

  AddressController(
      Addresses addresses,
      AddressesToCheck toCheck,
      NewAddresses newAddresses,
      RecentSignIn recent,
      StepPlaces places,
      PageCookies cookies,
      PageTexts texts) {
    this.addresses = addresses;
    this.toCheck = toCheck;
    this.newAddresses = newAddresses;
    this.recent = recent;
    this.places = places;
    this.cookies = cookies;
    this.texts = texts;
  }

  @GetMapping(PAGE)
  String list(SignedIn me, Model model) {
    return recent
        .redirectIfStale(me.session(), PAGE)
        .orElseGet(() -> listed(me, new Problem(null, null), model));
  }

  @PostMapping(PAGE)
  String add(
      SignedIn me,
      @RequestParam(name = FIELD, defaultValue = "") String typed,
      Locale locale,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<String> stale = recent.redirectIfStale(me.session(), PAGE);
    if (stale.isPresent()) {
      return stale.get();
    }
    NewAddresses.Opening opening =
        newAddresses.open(me.account().id(), typed, locale, Clients.of(request));
    if (opening instanceof NewAddresses.Opening.Opened opened) {
      StepPlace place = places.at(StepPlaces.NEW_ADDRESS);
      response.addHeader(HttpHeaders.SET_COOKIE, cookies.steps(place, opened.token()));
      return "redirect:" + place.base();
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    String why = texts.problem(locale, FIELD, key(opening));
    return listed(me, new Problem(new FieldProblem(FIELD, why), typed), model);
  }

  @GetMapping(REMOVE)
  String ask(SignedIn me, @RequestParam(name = "id", defaultValue = "") String id, Model model) {
    Optional<String> stale = recent.redirectIfStale(me.session(), PAGE);
    if (stale.isPresent()) {
      return stale.get();
    }
    Address address =
        me.account().addresses().stream()
            .filter(a -> a.id().equals(id))
            .findFirst()
            .orElseThrow(AddressController::none);
    model.addAttribute("question", new Question("address", address.value(), REMOVE, id, PAGE));
    return Question.VIEW;
  }

  @PostMapping(REMOVE)
  String remove(SignedIn me, @RequestParam(name = "id", defaultValue = "") String id) {
    Optional<String> stale = recent.redirectIfStale(me.session(), PAGE);
    if (stale.isPresent()) {
      return stale.get();
    }
    return switch (addresses.remove(me.session(), id)) {
      case REMOVED -> Done.ADDRESS_REMOVED.on(PAGE);
      case SECOND_FACTOR_OFF -> Done.ADDRESS_REMOVED_FACTOR_OFF.on(OverviewController.PAGE);
      case LAST -> "redirect:" + PAGE;
      case UNKNOWN -> throw none();
    };
  }

  /** Where a code did not arrive, the holder says that the address is right all the same. */
  @PostMapping(PAGE + "/right")
  String right(SignedIn me, @RequestParam(name = "id", defaultValue = "") String id) {
    toCheck.isRight(me.session(), id);
    return "redirect:" + PAGE;
  }

  private record Problem(FieldProblem problem, String typed) {}

  private String listed(SignedIn me, Problem problem, Model model) {
    model.addAttribute("addresses", me.account().addresses());
    model.addAttribute("toCheck", toCheck.of(me.account()));
    model.addAttribute("verifiedCount", me.account().verified().size());
    model.addAttribute("problem", problem.problem());
    model.addAttribute("typed", problem.typed());
    return VIEW;
  }

  private static String key(NewAddresses.Opening opening) {
    if (opening instanceof NewAddresses.Opening.Present) {
      return "present";
    }
    return opening instanceof NewAddresses.Opening.TooMany ? "too-many" : "unusable";
  }

  private static ResponseStatusException none() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
