package dev.latchkey.web;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Lets the pages of steps say how a request to support stands. */
@ControllerAdvice(basePackageClasses = RequestAdvice.class)
class RequestAdvice {
  private final RequestParts parts;

  RequestAdvice(RequestParts parts) {
    this.parts = parts;
  }

  @ModelAttribute("requests")
  RequestParts requests() {
    return parts;
  }
}
