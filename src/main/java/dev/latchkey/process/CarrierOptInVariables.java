package dev.latchkey.process;

/** Names of the variables of {@code CarrierOptInProcess}; its business key is the message's id. */
final class CarrierOptInVariables {
  static final String KEYWORD = "keyword";
  static final String CODE_WAITING = "codeWaiting";
  static final String ANSWER_WANTED = "answerWanted";
  static final String MESSAGE_ID = "messageId";

  private CarrierOptInVariables() {}
}
