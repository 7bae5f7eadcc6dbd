package dev.latchkey.web;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * The addresses of our own pages: what a form sent us as the page to go back to leads to one of
 * these or to the first page, never elsewhere.
 */
@Component
class PagePaths {
  private static final String FIRST = "/";
  private static final String OURS = "dev.latchkey";
  private static final Pattern PATH = Pattern.compile("(?:/[A-Za-z0-9-]{1,100}+){1,8}+");
  private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9._~%&=+/-]{1,1000}");

  private final Supplier<List<PathPattern>> patterns;

  /**
   * @param mappings asked for late: interceptors, which need this class, are part of them
   */
  PagePaths(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> mappings) {
    this.patterns = SingletonSupplier.of(() -> patterns(mappings.getObject()));
  }

  /**
   * The page of this address with its query; where there is none, the nearest one above it.
   *
   * @param address path and query, as anybody may have written them
   */
  String nearest(String address) {
    String[] parts = address.split("\\?", 2);
    String page = page(parts[0]);
    boolean whole = page.equals(parts[0]) && parts.length == 2 && QUERY.matcher(parts[1]).matches();
    return whole ? address : page;
  }

  private String page(String path) {
    String page = path;
    while (PATH.matcher(page).matches()) {
      PathContainer parsed = PathContainer.parsePath(page);
      if (patterns.get().stream().anyMatch(pattern -> pattern.matches(parsed))) {
        return page;
      }
      page = page.substring(0, page.lastIndexOf('/'));
    }
    return FIRST;
  }

  private static List<PathPattern> patterns(RequestMappingHandlerMapping mapping) {
    return mapping.getHandlerMethods().entrySet().stream()
        .filter(entry -> isPage(entry.getValue(), entry.getKey()))
        .map(entry -> entry.getKey().getPathPatternsCondition())
        .filter(Objects::nonNull)
        .flatMap(condition -> condition.getPatterns().stream())
        .toList();
  }

  private static boolean isPage(HandlerMethod method, RequestMappingInfo mapping) {
    return method.getBeanType().getPackageName().startsWith(OURS)
        && !method.getBeanType().isAnnotationPresent(RestController.class)
        && mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET);
  }
}
