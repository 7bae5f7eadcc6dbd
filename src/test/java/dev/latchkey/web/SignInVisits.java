package dev.latchkey.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Every page of the second step, and of what approves and follows it, with the way there. */
final class SignInVisits {
  private static final String REQUESTS = "/account/login-requests";
  private static final String TEMPORARY = "/account/temporary-passwords";
  private final Map<String, Consumer<Page>> all = new LinkedHashMap<>();

  private SignInVisits() {
    Situations.signIns().keySet().stream()
        .filter(name -> !name.matches("sign-in-(proven|used|factor-lost)"))
        .forEach(name -> visit(name, PageCookies.SECOND_STEP, name, "/account/second-step"));
    Situations.newAddresses().keySet().forEach(this::addsAddress);
    visit("sign-in-cancel", PageCookies.SECOND_STEP, "sign-in-code", "/account/second-step/cancel");
    visitAs("login-requests", "aiko", REQUESTS);
    visitAs("login-requests-none", "mia", REQUESTS + "?said=denied");
    visitAs("login-requests-off", "sam", REQUESTS);
    press("login-requests-wrong", REQUESTS, "article .button");
    visitAs("sessions", "aiko", "/account/sessions");
    visitAs("temporary-passwords", "mia", TEMPORARY);
    press("temporary-passwords-missing", TEMPORARY, "main form .button");
    all.put(
        "temporary-passwords-made",
        page -> {
          open(page, PageCookies.SESSION, "aiko", TEMPORARY);
          page.fill("#app", SignInMocks.APP);
          page.click("main form .button");
          page.waitForSelector(".secret");
        });
    visitAs("confirm", "aiko", "/account/confirm?next=/account/sessions");
    press("confirm-refused", "/account/confirm?next=/account/sessions", "main form .button");
  }

  static Map<String, Consumer<Page>> all() {
    return new SignInVisits().all;
  }

  private void addsAddress(String name) {
    all.put(
        name,
        page -> {
          hold(page, PageCookies.SESSION, "aiko");
          open(page, PageCookies.NEW_ADDRESS, name, "/account/new-address");
        });
  }

  private void visitAs(String name, String person, String path) {
    visit(name, PageCookies.SESSION, person, path);
  }

  private void visit(String name, String cookie, String token, String path) {
    all.put(name, page -> open(page, cookie, token, path));
  }

  private void press(String name, String path, String what) {
    all.put(
        name,
        page -> {
          open(page, PageCookies.SESSION, "aiko", path);
          page.locator(what).first().click();
          page.waitForSelector(".problem");
        });
  }

  private static void open(Page page, String cookie, String token, String path) {
    hold(page, cookie, token);
    page.navigate(path);
  }

  private static void hold(Page page, String cookie, String token) {
    page.navigate("/favicon.svg");
    String site = URI.create(page.url()).resolve("/").toString();
    page.context().addCookies(List.of(new Cookie(cookie, token).setUrl(site)));
  }
}
