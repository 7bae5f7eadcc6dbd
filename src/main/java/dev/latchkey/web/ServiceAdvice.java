package dev.latchkey.web;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Lets every page say what does not work at present. */
@ControllerAdvice(basePackageClasses = ServiceAdvice.class)
class ServiceAdvice {
  private final ServiceBanners banners;

  ServiceAdvice(ServiceBanners banners) {
    this.banners = banners;
  }

  @ModelAttribute("service")
  ServiceBanners service() {
    return banners;
  }
}
