package dev.latchkey.web;

import dev.latchkey.help.ServiceStatus;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How the service works at present, for everybody alike. */
@Controller
class StatusController {
  private final ServiceStatus service;
  private final ServiceBanners banners;

  StatusController(ServiceStatus service, ServiceBanners banners) {
    this.service = service;
    this.banners = banners;
  }

  @GetMapping("/status")
  String show(
      @CookieValue(name = PageCookies.RECOVERY, defaultValue = "") String token,
      Locale locale,
      Model model) {
    model.addAttribute("overview", service.overview());
    model.addAttribute("countries", new CountryNames(locale));
    model.addAttribute("reader", locale);
    model.addAttribute("running", !token.isEmpty());
    return "service-status";
  }

  /** What an open page asks now and then, so that it tells of trouble that began meanwhile. */
  @GetMapping("/status/banner")
  String banner(
      @RequestParam("channel") String channel,
      @RequestParam(name = "country", defaultValue = "") String country,
      @RequestParam(name = "waiting", defaultValue = "false") boolean waiting,
      Model model) {
    model.addAttribute("shown", banners.again(channel, country, waiting));
    return "status :: said";
  }
}
