package dev.latchkey.process.guard;

import java.util.Locale;

/** What the guard looks for. An error keeps the whole deployment out, a warning is only told. */
public enum Rule {
  FILE_TYPE(true),
  FILE_SIZE(true),
  XML(true),
  NOT_BPMN(true),
  ELEMENT_TYPE(true),
  SCRIPT(true),
  FOREIGN_CLASS(true),
  CONNECTOR(true),
  EXTERNAL_TASK(true),
  IMPORT(true),
  EXTERNAL_SCHEMA(true),
  LANGUAGE(true),
  FORM_KEY(true),
  EXPRESSION(true),
  UNKNOWN_BEAN(true),
  UNKNOWN_VARIABLE(true),
  UNKNOWN_ANSWER(true),
  RESERVED_VARIABLE(true),
  DUPLICATE_ID(true),
  PROCESS_NAME(true),
  TIME_TO_LIVE(true),
  START(true),
  BROKEN_FLOW(true),
  CONDITION(true),
  UNREACHABLE(true),
  NO_END(true),
  NOBODY_MAY(true),
  ENDLESS_WAIT(true),
  TIMER(true),
  TIMER_TOO_SHORT(true),
  SEND_LOOP(true),
  UNKNOWN_MESSAGE(true),
  UNKNOWN_ERROR(true),
  NOT_CAUGHT(true),
  MISSING_PROCESS(true),
  MISSING_DECISION(true),
  MISSING_FORM(true),
  REVIEW_RULES(true),
  CALL(true),
  TWO_AT_ONCE(true),
  TOO_FEW_PROOFS(true),
  NO_HOLD(true),
  TOO_LARGE(true),
  FORM(true),
  OWN_STEP(true),
  DECISION(true),
  HIT_POLICY(true),
  DECISION_TYPE(true),
  FEEL(true),
  FEEL_ENDLESS(true),
  DECISION_OUTPUT(true),
  OVERLAP(true),
  TABLE(true),
  DEPLOYMENT(true),
  LABEL(false),
  NAMING(false),
  QUESTION(false),
  DEFAULT_FLOW(false),
  ACCOUNT_SHOWN(false),
  SEND_BUDGET(false),
  GAP(false);

  private final boolean error;

  Rule(boolean error) {
    this.error = error;
  }

  /** Whether nothing is deployed because of it. */
  public boolean error() {
    return error;
  }

  /** Stable word for programs, such as {@code send-loop}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
