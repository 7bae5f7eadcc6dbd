package dev.latchkey.api;

import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Makes problem documents: a stable type for programs, a title and a remedy for people. */
@Component
class Problems {
  private final MessageSource messages;

  Problems(MessageSource messages) {
    this.messages = messages;
  }

  ResponseEntity<Object> of(ProblemType type) {
    return of(type, Map.of());
  }

  /**
   * @param facts further members of the document
   */
  ResponseEntity<Object> of(ProblemType type, Map<String, Object> facts) {
    return of(type, type.status(), facts, new HttpHeaders());
  }

  /**
   * @param status where it differs from the type's own
   * @param headers to send along
   */
  ResponseEntity<Object> of(
      ProblemType type, HttpStatusCode status, Map<String, Object> facts, HttpHeaders headers) {
    HttpHeaders sent = new HttpHeaders();
    sent.addAll(headers);
    sent.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    sent.setCacheControl("no-store");
    if (type.status() == HttpStatus.UNAUTHORIZED) {
      sent.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return ResponseEntity.status(status).headers(sent).body(document(type, status, facts));
  }

  private ProblemDetail document(
      ProblemType type, HttpStatusCode status, Map<String, Object> facts) {
    ProblemDetail document = ProblemDetail.forStatus(status);
    document.setType(type.uri());
    document.setTitle(text(type, "title"));
    document.setDetail(text(type, "remedy"));
    facts.forEach(document::setProperty);
    return document;
  }

  private String text(ProblemType type, String part) {
    Locale locale = LocaleContextHolder.getLocale();
    return messages.getMessage("api." + type.key() + "." + part, null, locale);
  }
}
