package dev.latchkey.review;

/** Weighs what speaks against a request to support; the policy depends on it. */
public interface RiskSigns {

  /** The level as things stand now. Changes nothing; low where nothing is known. */
  RiskLevel level(String caseId);
}
