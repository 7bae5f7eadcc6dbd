package dev.latchkey.review;

import java.util.List;

/** Weighs what speaks against a request to support; the policy depends on it. */
public interface RiskSigns {

  /** The signs as things stand now, the weightiest first; empty for none. Changes nothing. */
  List<RiskSign> of(String caseId);

  /** What they come to. Changes nothing; low where nothing is known. */
  default RiskLevel level(String caseId) {
    return RiskRule.level(of(caseId));
  }
}
