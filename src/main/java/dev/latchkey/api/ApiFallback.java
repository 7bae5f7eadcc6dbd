package dev.latchkey.api;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers addresses below the REST interface at which there is nothing. */
@Hidden
@RestController
class ApiFallback {
  private final Problems problems;

  ApiFallback(Problems problems) {
    this.problems = problems;
  }

  @RequestMapping("/api/v1/**")
  ResponseEntity<Object> nothingHere() {
    return problems.of(ProblemType.NOT_FOUND);
  }
}
