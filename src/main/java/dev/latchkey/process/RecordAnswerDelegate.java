package dev.latchkey.process;

import dev.latchkey.process.Questions.Taken;
import dev.latchkey.recovery.Answer;
import dev.latchkey.recovery.CaseStore;
import dev.latchkey.recovery.ReadOutTry;
import dev.latchkey.recovery.Submitted;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what the person answered, and looks at a code that was read out to them. */
@Component
class RecordAnswerDelegate implements JavaDelegate {
  private final Questions questions;
  private final CaseStore cases;

  RecordAnswerDelegate(Questions questions, CaseStore cases) {
    this.questions = questions;
    this.cases = cases;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = execution.getProcessBusinessKey();
    Taken taken =
        questions.take(
            caseId,
            SubmittedValues.get(Submitted.SUPPORT_ANSWER, Answer.SupportAnswer.class),
            SubmittedValues.find(Submitted.READ_OUT_TRY, ReadOutTry.class).orElse(null));
    boolean wrong = taken == Taken.WRONG_CODE;
    cases.writeNotice(caseId, wrong ? Notice.WRONG_CODE : null);
    execution.setVariable(RecoveryVariables.ANSWERED, !wrong);
    execution.setVariable(RecoveryVariables.CODE_WANTED, taken == Taken.CODE_WANTED);
  }
}
