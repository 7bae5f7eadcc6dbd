package dev.latchkey.review;

import java.util.Locale;

/** How much speaks against a request; decides how many people look at it. */
public enum RiskLevel {
  LOW,
  MEDIUM,
  HIGH;

  /** The value that {@code ReviewPolicy.dmn} reads, and that styles are named after. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
