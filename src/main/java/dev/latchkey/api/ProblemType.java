package dev.latchkey.api;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** The kinds of problems of the REST interface. Their names never change. */
enum ProblemType {
  UNREADABLE(HttpStatus.BAD_REQUEST),
  UNKNOWN_RECOVERY(HttpStatus.UNAUTHORIZED),
  UNKNOWN_SESSION(HttpStatus.UNAUTHORIZED),
  SIGN_IN_REFUSED(HttpStatus.UNAUTHORIZED),
  SECOND_FACTOR_NEEDED(HttpStatus.FORBIDDEN),
  PASSWORD_TOO_SHORT(HttpStatus.FORBIDDEN),
  BACKUP_CODE_REFUSED(HttpStatus.FORBIDDEN),
  NOT_WAITED_FOR(HttpStatus.CONFLICT),
  UNUSABLE(HttpStatus.UNPROCESSABLE_ENTITY),
  WEAK_PASSWORD(HttpStatus.UNPROCESSABLE_ENTITY),
  TOO_MANY(HttpStatus.TOO_MANY_REQUESTS),
  NOT_FOUND(HttpStatus.NOT_FOUND),
  NOT_POSSIBLE(HttpStatus.METHOD_NOT_ALLOWED),
  UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
  FAULT(HttpStatus.INTERNAL_SERVER_ERROR);

  private final HttpStatus status;

  ProblemType(HttpStatus status) {
    this.status = status;
  }

  HttpStatus status() {
    return status;
  }

  /** Last part of the address and middle of the text keys. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Relative to the installation, so that it is the same on all of them. */
  URI uri() {
    return URI.create("/problems/" + key());
  }
}
