package dev.latchkey.api;

import dev.latchkey.operation.Checkup;
import dev.latchkey.operation.DatabaseAway;
import dev.latchkey.operation.DatabaseFault;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Whatever goes wrong in the REST interface leaves it as a problem document. */
@RestControllerAdvice(basePackageClasses = ApiErrors.class)
class ApiErrors extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);
  private final Problems problems;
  private final ObjectProvider<Checkup> checkup;

  ApiErrors(Problems problems, ObjectProvider<Checkup> checkup) {
    this.problems = problems;
    this.checkup = checkup;
  }

  @Override
  protected ResponseEntity<Object> handleExceptionInternal(
      Exception failure,
      Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return problems.of(type(status), status, Map.of(), headers);
  }

  /**
   * A database that is away is told with the time to wait. For what nobody foresaw, the log has it,
   * the client does not.
   */
  @ExceptionHandler(RuntimeException.class)
  ResponseEntity<Object> fault(RuntimeException failure) {
    if (DatabaseFault.is(failure)) {
      checkup.ifAvailable(known -> known.failed(failure));
      return unavailable();
    }
    LOG.error("The REST interface failed", failure);
    return problems.of(ProblemType.FAULT);
  }

  private ResponseEntity<Object> unavailable() {
    HttpHeaders wait = new HttpHeaders();
    wait.set(HttpHeaders.RETRY_AFTER, String.valueOf(DatabaseAway.RETRY_AFTER));
    return problems.of(ProblemType.UNAVAILABLE, ProblemType.UNAVAILABLE.status(), Map.of(), wait);
  }

  static ProblemType type(HttpStatusCode status) {
    if (status.isSameCodeAs(HttpStatus.BAD_REQUEST)) {
      return ProblemType.UNREADABLE;
    }
    if (status.isSameCodeAs(HttpStatus.NOT_FOUND)) {
      return ProblemType.NOT_FOUND;
    }
    return status.is4xxClientError() ? ProblemType.NOT_POSSIBLE : ProblemType.FAULT;
  }
}
