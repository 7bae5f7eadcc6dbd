package dev.latchkey.review;

import java.util.Locale;

/** How much speaks against a request. */
public enum RiskLevel {
  LOW,
  MEDIUM,
  HIGH;

  /** The value that {@code ReviewPolicy.dmn} reads. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
