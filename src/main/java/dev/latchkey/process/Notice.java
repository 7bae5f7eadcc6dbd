package dev.latchkey.process;

/** Keys of what happened last, as the step page tells it ({@code notice.<key>} in the texts). */
final class Notice {
  static final String LEFT = "left";
  static final String ATTEMPTS_EXHAUSTED = "attempts-exhausted";
  static final String LIMITED = "limited";
  static final String NEXT_SEND_LATER = "next-send-later";
  static final String WRONG_CODE = "wrong-code";
  static final String CLOCK_OFF = "clock-off";
  static final String EXPIRED_CODE = "expired-code";
  static final String INACTIVE_BACKUP_CODE = "inactive-backup-code";
  static final String LAST_BACKUP_CODE = "last-backup-code";
  static final String PROOF_MISSING = "proof-missing";
  static final String CODE_RESENT = "code-resent";
  static final String NOT_SENT_YET = "not-sent-yet";

  private Notice() {}
}
