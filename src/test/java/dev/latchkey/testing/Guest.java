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
import dev.latchkey.recovery.Steps;
import java.util.Locale;

/** A person at the recovery page: knows a token, sees the view, answers the step shown. */
public final class Guest {
  private final Steps steps;
  private String token;

  private Guest(Steps steps, String token) {
    this.steps = steps;
    this.token = token;
  }

  /** Opens a recovery as the start page does. */
  public static Guest opens(RecoveryService recoveries, String typed) {
    return opens(recoveries, typed, CasePurpose.PASSWORD);
  }

  /** Opens a recovery of what was lost. */
  public static Guest opens(RecoveryService recoveries, String typed, CasePurpose purpose) {
    OpenResult result =
        recoveries.open(typed, purpose, Locale.ENGLISH, new Client("192.0.2.1", "A test"));
    assertThat(result).isInstanceOf(OpenResult.Opened.class);
    return new Guest(recoveries, ((OpenResult.Opened) result).token());
  }

  /** A person with a token got elsewhere. */
  public static Guest with(Steps steps, String token) {
    return new Guest(steps, token);
  }

  public RecoveryView sees() {
    return steps.view(token).orElseThrow();
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

  public AnswerResult entersAppCode(String code) {
    return answers(new Answer.Code(RecoveryMessage.APP_CODE_ENTERED, code));
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
    AnswerResult result = steps.answer(token, sees().stepNumber(), answer);
    if (result instanceof AnswerResult.Taken taken) {
      token = taken.token();
    }
    return result;
  }
}
