package dev.latchkey.process;

import org.camunda.bpm.engine.BadUserRequestException;

/** A reviewer may not decide so; the message is a sentence for them. */
class RefusedDecision extends BadUserRequestException {
  private static final long serialVersionUID = 1L;

  RefusedDecision(String sentence) {
    super(sentence);
  }
}
