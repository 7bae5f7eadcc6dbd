package dev.latchkey.recovery;

import dev.latchkey.proof.Way;
import java.util.List;
import java.util.Map;

/** What a person submits on the step page or through the REST interface. */
public sealed interface Answer {

  /** The process message that carries it. */
  RecoveryMessage message();

  /** A one-time code, an authenticator app's code or a backup code, as typed. */
  record Code(RecoveryMessage message, String code) implements Answer {
    @Override
    public String toString() {
      return "Code[" + message + "]";
    }
  }

  /** Send the code again. */
  record Resend() implements Answer {
    @Override
    public RecoveryMessage message() {
      return RecoveryMessage.RESEND_REQUESTED;
    }
  }

  /** Leave this way; {@code way} may be null for the next one in order. */
  record AnotherWay(Way way) implements Answer {
    @Override
    public RecoveryMessage message() {
      return RecoveryMessage.ANOTHER_WAY_CHOSEN;
    }
  }

  /**
   * A request to support.
   *
   * @param statement what happened, 1 to 4,000 characters
   * @param lost keys of what the person no longer has, may be none
   * @param facts what they say about what support asks for, by its keys; those they do not know are
   *     left out
   * @param contact e-mail address for the answer
   */
  record Statement(String statement, List<String> lost, Map<String, String> facts, String contact)
      implements Answer {
    /** Key of when, and perhaps where, they last signed in. */
    public static final String LAST_SIGN_IN = "last-sign-in";

    /** With the last sign-in alone; {@code lost} has commas between its keys. */
    public Statement(String statement, String lost, String lastSignIn, String contact) {
      this(
          statement,
          lost.isEmpty() ? List.of() : List.of(lost.split(", ", -1)),
          lastSignIn.isEmpty() ? Map.of() : Map.of(LAST_SIGN_IN, lastSignIn),
          contact);
    }

    @Override
    public RecoveryMessage message() {
      return RecoveryMessage.STATEMENT_GIVEN;
    }

    @Override
    public String toString() {
      return "Statement[]";
    }
  }

  /**
   * Answers to what support asked.
   *
   * @param answers by the keys of the questions; each up to 1,000 characters, may be empty
   * @param code that support read out, as typed; may be empty
   * @param withoutCode whether the person says that nobody read out a code
   */
  record SupportAnswer(Map<String, String> answers, String code, boolean withoutCode)
      implements Answer {

    public SupportAnswer {
      answers = Map.copyOf(answers);
    }

    @Override
    public RecoveryMessage message() {
      return RecoveryMessage.SUPPORT_ANSWERED;
    }

    @Override
    public String toString() {
      return "SupportAnswer[]";
    }
  }

  /**
   * What is filled in at an own step.
   *
   * @param values by key, as typed or as JSON has them; unchecked
   */
  record OwnForm(Map<String, Object> values) implements Answer {
    @Override
    public RecoveryMessage message() {
      return RecoveryMessage.FORM_FILLED;
    }

    @Override
    public String toString() {
      return "OwnForm[]";
    }
  }

  /** A new password, typed twice. */
  record NewPassword(String password, String repeated) implements Answer {
    @Override
    public RecoveryMessage message() {
      return RecoveryMessage.PASSWORD_CHOSEN;
    }

    @Override
    public String toString() {
      return "NewPassword[]";
    }
  }
}
