package dev.latchkey.recovery;

import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The country of the number that a guest typed: what is known of a case's carrier without looking
 * at what is on file.
 */
@Component
public class TypedCountries {
  private final CaseStore cases;

  TypedCountries(CaseStore cases) {
    this.cases = cases;
  }

  /** ISO 3166 code; empty if no number was typed, or it has no country. */
  public Optional<String> of(String caseId) {
    return cases.typedCountry(caseId);
  }
}
