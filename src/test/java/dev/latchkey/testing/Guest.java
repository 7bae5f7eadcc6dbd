package dev.latchkey.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.proof.Way;
import dev.latchkey.recovery.Answer;
import dev.latchkey.recovery.AnswerResult;
import dev.latchkey.recovery.CasePurpose;
import dev.latchkey.recovery.Client;
import dev.latchkey.recovery.OpenResult;
import dev.latchkey.recovery.RecoveryMessage;
import dev.latchkey.recovery.RecoveryService;
import dev.latchkey.recovery.RecoveryView;
import java.util.Locale;

/** A person at the recovery page: knows a token, sees the view, answers the step shown. */
public final class Guest {
  private final RecoveryService recoveries;
  private String token;

  private Guest(RecoveryService recoveries, String token) {
    this.recoveries = recoveries;
    this.token = token;
  }

  /** Opens a recovery as the start page does. */
  public static Guest opens(RecoveryService recoveries, String typed) {
    OpenResult result =
        recoveries.open(typed, CasePurpose.PASSWORD, Locale.ENGLISH, new Client("192.0.2.1"));
    assertThat(result).isInstanceOf(OpenResult.Opened.class);
    return new Guest(recoveries, ((OpenResult.Opened) result).token());
  }

  /** A person with a token got elsewhere. */
  public static Guest with(RecoveryService recoveries, String token) {
    return new Guest(recoveries, token);
  }

  public RecoveryView sees() {
    return recoveries.view(token).orElseThrow();
  }

  public String token() {
    return token;
  }

  public AnswerResult enters(String code) {
    return answers(new Answer.Code(RecoveryMessage.CODE_ENTERED, code));
  }

  public AnswerResult entersBackupCode(String code) {
    return answers(new Answer.Code(RecoveryMessage.BACKUP_CODE_ENTERED, code));
  }

  public AnswerResult wantsAnotherWay() {
    return answers(new Answer.AnotherWay(null));
  }

  public AnswerResult wants(Way way) {
    return answers(new Answer.AnotherWay(way));
  }

  public AnswerResult choosesPassword(String password) {
    return answers(new Answer.NewPassword(password, password));
  }

  /** Answers the step seen now; keeps a new token. */
  public AnswerResult answers(Answer answer) {
    AnswerResult result = recoveries.answer(token, sees().stepNumber(), answer);
    if (result instanceof AnswerResult.Taken taken) {
      token = taken.token();
    }
    return result;
  }
}
