package dev.latchkey.recovery;

import java.util.Arrays;
import java.util.Optional;

/** The messages that a recovery process waits for; the same names stand in the diagrams. */
public enum RecoveryMessage {
  CODE_ENTERED("CodeEntered", true),
  BACKUP_CODE_ENTERED("BackupCodeEntered", true),
  APP_CODE_ENTERED("AppCodeEntered", true),
  RESEND_REQUESTED("ResendRequested", true),
  ANOTHER_WAY_CHOSEN("AnotherWayChosen", true),
  STATEMENT_GIVEN("StatementGiven", true),
  SUPPORT_ANSWERED("SupportAnswered", true),
  PASSWORD_CHOSEN("PasswordChosen", true),
  RECOVERY_CANCELLED("RecoveryCancelled", true),
  FACTOR_LOST("FactorLost", true),

  /** No message of a diagram: a person fills in the form of an own step. */
  FORM_FILLED("FormFilled", true),
  LOGIN_REQUEST_ANSWERED("LoginRequestAnswered", false),
  NOT_ME("NotMe", false),
  CODE_UNDELIVERED("CodeUndelivered", false),
  OPTED_IN("OptedIn", false);

  private final String messageName;
  private final boolean offered;

  RecoveryMessage(String messageName, boolean offered) {
    this.messageName = messageName;
    this.offered = offered;
  }

  /** Name of the BPMN message. */
  public String messageName() {
    return messageName;
  }

  /** Whether the person who recovers may send it from the step page. */
  public boolean offered() {
    return offered;
  }

  /** The message with this BPMN name, or empty. */
  public static Optional<RecoveryMessage> ofName(String messageName) {
    return Arrays.stream(values()).filter(m -> m.messageName.equals(messageName)).findFirst();
  }
}
