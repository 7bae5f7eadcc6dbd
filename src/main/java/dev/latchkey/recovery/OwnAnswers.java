package dev.latchkey.recovery;

import dev.latchkey.recovery.form.FormAnswers;
import dev.latchkey.recovery.form.FormAnswers.Judged;
import dev.latchkey.recovery.form.StepForm;
import dev.latchkey.recovery.form.StepForms;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Judges what a person fills in at an own step. */
@Component
class OwnAnswers {
  private final OwnSteps steps;
  private final StepForms forms;
  private final FormAnswers answers;

  OwnAnswers(OwnSteps steps, StepForms forms, FormAnswers answers) {
    this.steps = steps;
    this.forms = forms;
    this.answers = answers;
  }

  /** The values and what is wrong with them; empty if the case waits at no such step. */
  Optional<Judged> judge(RecoveryCase recovery, Answer.OwnForm given) {
    Optional<StepForm> form =
        steps.newest(recovery.id()).flatMap(step -> forms.find(step.formId()));
    return form.map(found -> answers.judge(found, given.values()));
  }
}
