package dev.latchkey.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Requests below the REST interface's address that reach no operation of it. Pages keep their own
 * answers: for them the failure goes on as it came.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiMisses {
  private static final String BASE = "/api/v1/";
  private final Problems problems;

  ApiMisses(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler({
    HttpRequestMethodNotSupportedException.class,
    HttpMediaTypeException.class,
    NoResourceFoundException.class
  })
  ResponseEntity<Object> miss(Exception miss, HttpServletRequest request) throws Exception {
    if (miss instanceof ErrorResponse known && request.getRequestURI().startsWith(BASE)) {
      ProblemType type = ApiErrors.type(known.getStatusCode());
      HttpHeaders headers = known.getHeaders();
      return problems.of(type, known.getStatusCode(), Map.of(), headers);
    }
    throw miss;
  }
}
