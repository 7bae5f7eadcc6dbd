package dev.latchkey.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.process.guard.OwnFormReader;
import dev.latchkey.recovery.OwnStep;
import dev.latchkey.recovery.OwnSteps;
import dev.latchkey.recovery.RecoveryView;
import dev.latchkey.recovery.form.LocalText;
import dev.latchkey.recovery.form.StepForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The example of a step of an analyst's own, for pages without an engine. */
final class OwnStepMocks {
  private static final Path FORM = Path.of("src/test/resources/own-step/SecurityQuestion.form");
  private static final LocalText TITLE =
      new LocalText(
          "Answer a security question",
          Map.of("ja", "秘密の質問に答える", "mr", "सुरक्षा प्रश्नाचे उत्तर द्या"));

  private OwnStepMocks() {}

  static OwnSteps steps() {
    OwnSteps steps = mock(OwnSteps.class);
    asks(steps, example());
    return steps;
  }

  /** The step asks this from now on. */
  static void asks(OwnSteps steps, StepForm form) {
    asks(steps, TITLE, form);
  }

  static void asks(OwnSteps steps, LocalText title, StepForm form) {
    doAnswer(
            call ->
                call.<RecoveryView>getArgument(0).step().equals(OwnStep.KEY)
                    ? Optional.of(new OwnSteps.Shown(title, form))
                    : Optional.empty())
        .when(steps)
        .shown(any());
  }

  static StepForm example() {
    try {
      return OwnFormReader.read(new ObjectMapper().readTree(Files.readString(FORM))).form();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
