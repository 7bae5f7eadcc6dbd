package dev.latchkey.process.guard;

import java.util.Set;

/** Names of the program's building blocks that the guard knows the meaning of. */
final class Words {
  static final String LOOK_UP_ACCOUNT = "lookUpAccountDelegate";
  static final String ISSUE_CODE = "issueCodeDelegate";
  static final String CHECK_CODE = "checkCodeDelegate";
  static final String CHECK_APP_CODE = "checkAppCodeDelegate";
  static final String CHECK_BACKUP_CODE = "checkBackupCodeDelegate";
  static final String CHECK_APPROVAL = "checkApprovalDelegate";
  static final String RECORD_DECISION = "recordDecisionDelegate";
  static final String WEIGH_PROOFS = "weighProofsDelegate";
  static final String DECIDE_HOLD = "decideHoldDelegate";
  static final String TELL_OF_HOLD = "tellOfHoldDelegate";
  static final String SHORTEN_HOLD = "shortenHoldDelegate";
  static final String TELL_OF_SHORTER_HOLD = "tellOfShorterHoldDelegate";
  static final String RESTORE_ACCESS = "restoreAccessDelegate";
  static final String REMOVE_LOST_FACTOR = "removeLostFactorDelegate";
  static final String ADD_ADDRESS = "addAddressDelegate";

  /** Takes from a list that gets shorter, so a loop through it ends. */
  static final String CHOOSE_NEXT_WAY = "chooseNextWayDelegate";

  /** What makes a message leave the house. */
  static final Set<String> SENDERS =
      Set.of(
          ISSUE_CODE,
          "sendCodeDelegate",
          "sendNoticesDelegate",
          "sendAnswerDelegate",
          "sendWaitingCodeDelegate",
          "remindSupportDelegate",
          "callInLeadsDelegate",
          TELL_OF_HOLD,
          TELL_OF_SHORTER_HOLD);

  /** What proofs, hold and lock hang on: nothing of it may run beside something else. */
  static final Set<String> SENSITIVE =
      Set.of(
          CHECK_CODE,
          CHECK_APP_CODE,
          CHECK_BACKUP_CODE,
          CHECK_APPROVAL,
          RECORD_DECISION,
          WEIGH_PROOFS,
          DECIDE_HOLD,
          TELL_OF_HOLD,
          SHORTEN_HOLD,
          TELL_OF_SHORTER_HOLD,
          RESTORE_ACCESS,
          REMOVE_LOST_FACTOR,
          ADD_ADDRESS);

  static final String ENOUGH_PROOF = "enoughProof";
  static final String APPROVED = "approved";
  static final String CHECK_OUTCOME = "checkOutcome";
  static final String OUTCOME = "outcome";
  static final String HOLD_WANTED = "holdWanted";
  static final String HOLD_UNTIL = "holdUntil";
  static final String CHANNEL = "channel";
  static final String SENDS_ALLOWED = "sendsAllowed";
  static final String ACCEPTED = "accepted";
  static final String EMAIL = "email";
  static final String TEXT_MESSAGE = "text-message";
  static final String CONTACT = "contact";
  static final String NEW_ADDRESS = "new-address";

  /** Written by the program alone: proofs and limits hang on them. */
  static final Set<String> RESERVED =
      Set.of(
          ENOUGH_PROOF,
          "firstProof",
          APPROVED,
          CHECK_OUTCOME,
          HOLD_WANTED,
          HOLD_UNTIL,
          "holdAfterReview",
          "holdOtherwise",
          "holdWithStrongerProof",
          "wayOrder",
          "way",
          "triedWays",
          "secondFactor",
          "purpose",
          "accountKind",
          "identifierKind",
          "sendDecision",
          "nextSendAt",
          "sendsUsed",
          "messageId",
          "codeSent",
          "addressAdded",
          "caseFile",
          "asked",
          "answered",
          "secondApproval",
          "codeWanted",
          "risk",
          "reviewers");

  /** Handed on between processes; anywhere else they are the program's as well. */
  static final Set<String> HANDED_ON = Set.of(OUTCOME, CHANNEL, SENDS_ALLOWED, "chosenWay");

  /** Task listener of every review. */
  static final String REVIEW_RULES = "reviewRulesListener";

  static final String ACCOUNT_HOLDER = "account-holder";

  /** Processes at which no person's page stands. */
  static final Set<String> WITHOUT_PAGE = Set.of("AccountChangeProcess", "CarrierOptInProcess");

  private Words() {}
}
