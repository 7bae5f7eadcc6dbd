package dev.latchkey.messaging;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A provider that said when it wants to be asked again is left alone until then. */
class PaceTests {
  private final TimeOnPaper time = new TimeOnPaper();
  private final Pace pace =
      new Pace(
          List.of(new RecordingSender(Channel.TEXT_MESSAGE), new RecordingSender(Channel.EMAIL)),
          time);

  private void wantsToBeLeftAloneFor(Duration duration) {
    pace.failed(Channel.TEXT_MESSAGE, new TemporarySendFailure("429", null, duration));
  }

  @Test
  void P1_itIsLeftAlone_andTheOtherChannelIsNot() {
    wantsToBeLeftAloneFor(Duration.ofMinutes(5));
    time.goesOn(Duration.ofSeconds(299));

    assertThatThrownBy(() -> pace.heed(Channel.TEXT_MESSAGE))
        .isInstanceOf(TemporarySendFailure.class);
    assertThatCode(() -> pace.heed(Channel.EMAIL)).doesNotThrowAnyException();
    time.goesOn(Duration.ofSeconds(1));
    assertThatCode(() -> pace.heed(Channel.TEXT_MESSAGE)).doesNotThrowAnyException();
  }

  @Test
  void P1_theLateAnswerToAnEarlierCall_takesNothingBack() {
    long begun = pace.begin();
    time.goesOn(Duration.ofSeconds(1));
    wantsToBeLeftAloneFor(Duration.ofMinutes(5));
    pace.answered(Channel.TEXT_MESSAGE, true, begun);

    assertThatThrownBy(() -> pace.heed(Channel.TEXT_MESSAGE))
        .isInstanceOf(TemporarySendFailure.class);
  }

  @Test
  void theAnswerToALaterCall_endsTheTrouble() {
    wantsToBeLeftAloneFor(Duration.ofMinutes(5));
    time.goesOn(Duration.ofSeconds(1));
    pace.answered(Channel.TEXT_MESSAGE, true, pace.begin());

    assertThatCode(() -> pace.heed(Channel.TEXT_MESSAGE)).doesNotThrowAnyException();
  }
}
