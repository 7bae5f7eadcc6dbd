package dev.latchkey.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Leads those whom a page is not open to elsewhere, also from a page that only updates a part. */
@ControllerAdvice(basePackageClasses = NotSignedInAdvice.class)
class NotSignedInAdvice {
  static final String SIGN_IN = "/account/sign-in";

  @ExceptionHandler(NotSignedIn.class)
  String signIn(HttpServletRequest request, HttpServletResponse response) {
    return lead(SIGN_IN, request, response);
  }

  @ExceptionHandler(PasswordTooShort.class)
  String choosePassword(HttpServletRequest request, HttpServletResponse response) {
    return lead(PasswordController.PAGE, request, response);
  }

  private static String lead(
      String page, HttpServletRequest request, HttpServletResponse response) {
    if (request.getHeader("HX-Request") == null) {
      return "redirect:" + page;
    }
    response.setHeader("HX-Redirect", page);
    response.setStatus(HttpStatus.NO_CONTENT.value());
    return null;
  }
}
