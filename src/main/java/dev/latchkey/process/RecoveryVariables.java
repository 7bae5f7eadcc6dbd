package dev.latchkey.process;

/**
 * Names of the process variables. The engine holds ids and answers for gateways only: String,
 * Boolean and Long.
 */
final class RecoveryVariables {
  static final String PURPOSE = "purpose";
  static final String IDENTIFIER_KIND = "identifierKind";
  static final String ACCOUNT_KIND = "accountKind";
  static final String SECOND_FACTOR = "secondFactor";

  static final String TEXT_MESSAGE_HEALTH = "textMessageHealth";
  static final String EMAIL_HEALTH = "emailHealth";

  static final String WAY_ORDER = "wayOrder";
  static final String HOLD_AFTER_REVIEW = "holdAfterReview";
  static final String HOLD_OTHERWISE = "holdOtherwise";
  static final String HOLD_WITH_STRONGER_PROOF = "holdWithStrongerProof";

  static final String WAY = "way";
  static final String TRIED_WAYS = "triedWays";
  static final String ENOUGH_PROOF = "enoughProof";
  static final String FIRST_PROOF = "firstProof";
  static final String OUTCOME = "outcome";
  static final String CHECK_OUTCOME = "checkOutcome";

  static final String CHANNEL = "channel";
  static final String SEND_DECISION = "sendDecision";
  static final String NEXT_SEND_AT = "nextSendAt";
  static final String SENDS_USED = "sendsUsed";
  static final String MESSAGE_ID = "messageId";
  static final String CODE_SENT = "codeSent";

  static final String HOLD_WANTED = "holdWanted";
  static final String HOLD_UNTIL = "holdUntil";

  static final String ADDRESS_ADDED = "addressAdded";
  static final String APPROVED = "approved";
  static final String ASKED = "asked";
  static final String SECOND_APPROVAL = "secondApproval";
  static final String ANSWERED = "answered";
  static final String CODE_WANTED = "codeWanted";

  static final String RISK = "risk";
  static final String REVIEWERS = "reviewers";

  /** Where the engine puts the result of the decision table, seen by its end listener only. */
  static final String DECISION_RESULT = "decisionResult";

  private RecoveryVariables() {}
}
