package dev.latchkey.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.latchkey.messaging.Sender.SendResult;
import org.junit.jupiter.api.Test;

/** What is remembered of a provider's answer until the database has it. */
class UnstoredAnswersTests {
  private static final int MOST = 10_000;

  private final UnstoredAnswers answers = new UnstoredAnswers();

  private static StoredMessage message(String id) {
    StoredMessage message = mock();
    when(message.id()).thenReturn(id);
    return message;
  }

  private static SendResult accepted(String providerId) {
    return new SendResult(providerId, null);
  }

  @Test
  void P2_answer_isThereUntilItIsStored() {
    answers.keep(message("message"), accepted("SM1"));

    assertThat(answers.unstored("message")).isEqualTo(accepted("SM1"));
    assertThat(answers.unstored("message")).isEqualTo(accepted("SM1"));
    answers.stored("message");
    assertThat(answers.unstored("message")).isNull();
  }

  @Test
  void P2_messages_keepTheirAnswersApart() {
    answers.keep(message("message"), accepted("SM1"));
    answers.keep(message("other"), new SendResult(null, "blocked"));
    answers.stored("message");

    assertThat(answers.unstored("message")).isNull();
    assertThat(answers.unstored("other")).isEqualTo(new SendResult(null, "blocked"));
  }

  @Test
  void moreThanFitIntoMemory_pushOutTheOldest() {
    for (int i = 0; i <= MOST; i++) {
      answers.keep(message("message" + i), accepted("SM" + i));
    }

    assertThat(answers.unstored("message0")).isNull();
    assertThat(answers.unstored("message1")).isEqualTo(accepted("SM1"));
    assertThat(answers.unstored("message" + MOST)).isEqualTo(accepted("SM" + MOST));
  }
}
