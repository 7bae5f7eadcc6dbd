package dev.latchkey.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Leads those without a session to the sign-in, also from a page that only updates a part. */
@ControllerAdvice(basePackageClasses = NotSignedInAdvice.class)
class NotSignedInAdvice {
  static final String SIGN_IN = "/account/sign-in";

  @ExceptionHandler(NotSignedIn.class)
  String signIn(HttpServletRequest request, HttpServletResponse response) {
    if (request.getHeader("HX-Request") == null) {
      return "redirect:" + SIGN_IN;
    }
    response.setHeader("HX-Redirect", SIGN_IN);
    response.setStatus(HttpStatus.NO_CONTENT.value());
    return null;
  }
}
