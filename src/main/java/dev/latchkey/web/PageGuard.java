package dev.latchkey.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Holds for every page: a parameter comes once and is a plain name. Lists of addresses in place of
 * one have opened accounts elsewhere (CVE-2023-7028).
 */
@Component
class PageGuard implements HandlerInterceptor {
  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (request.getParameterMap().entrySet().stream().allMatch(PageGuard::plain)) {
      return true;
    }
    response.sendError(HttpStatus.BAD_REQUEST.value());
    return false;
  }

  private static boolean plain(Map.Entry<String, String[]> parameter) {
    return parameter.getValue().length == 1 && parameter.getKey().matches("[A-Za-z_]\\w*");
  }
}
