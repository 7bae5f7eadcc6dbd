package dev.latchkey.messaging;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns the stack trace of a start that failed into the one sentence that helps. */
class MessagingFailureAnalyzer extends AbstractFailureAnalyzer<MessagingMisconfigured> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, MessagingMisconfigured cause) {
    return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
  }
}
