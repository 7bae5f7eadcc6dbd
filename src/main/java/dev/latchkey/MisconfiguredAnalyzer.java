package dev.latchkey;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns the stack trace of a start that failed into the one sentence that helps. */
public class MisconfiguredAnalyzer extends AbstractFailureAnalyzer<Misconfigured> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, Misconfigured cause) {
    return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
  }
}
