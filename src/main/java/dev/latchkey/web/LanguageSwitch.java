package dev.latchkey.web;

import dev.latchkey.language.Languages;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Offers the other languages on each page, error pages too, and knows how to come back to it. A
 * page that is shown once, such as new backup codes, has no switch: it would be lost.
 */
@Component
class LanguageSwitch implements HandlerInterceptor {
  /** Address to come back to; a controller may set it itself. */
  static final String HERE = "here";

  private final PagePaths pages;

  LanguageSwitch(PagePaths pages) {
    this.pages = pages;
  }

  @Override
  public void postHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView page) {
    if (page == null || (page.getViewName() + "").startsWith("redirect:")) {
      return;
    }
    page.addObject("languages", Languages.all());
    if (!page.getModel().containsKey(HERE) && !shownOnce(request, response, page)) {
      page.addObject(HERE, pages.nearest(address(request)));
    }
  }

  private static boolean shownOnce(
      HttpServletRequest request, HttpServletResponse response, ModelAndView page) {
    int status = page.getStatus() == null ? response.getStatus() : page.getStatus().value();
    return isPost(request) && status < HttpServletResponse.SC_BAD_REQUEST;
  }

  private static String address(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String path = failed == null ? request.getRequestURI() : failed.toString();
    boolean plain = isPost(request) || request.getQueryString() == null;
    return plain ? path : path + "?" + request.getQueryString();
  }

  private static boolean isPost(HttpServletRequest request) {
    return HttpMethod.POST.matches(request.getMethod());
  }
}
