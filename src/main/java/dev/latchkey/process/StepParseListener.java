package dev.latchkey.process;

import dev.latchkey.recovery.CaseStore;
import dev.latchkey.recovery.OwnSteps;
import dev.latchkey.recovery.form.StepForms;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseUtil;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Gives each element with the extension property {@code step} a listener that writes the case's
 * row, and each end event with {@code outcome} or {@code status} one that passes the word on; a
 * boundary event passes an {@code outcome} on as well. A user task for the account holder is a step
 * by itself. A step that a job carries out is written when the job is made, so that the page shows
 * it meanwhile.
 */
class StepParseListener extends AbstractBpmnParseListener {
  static final String STEP = "step";

  /** Marks steps of analysts' own. */
  static final String OWN_STEP = "own-step";

  static final String OUTCOME = "outcome";
  static final String STATUS = "status";
  static final String ACCOUNT_HOLDER = "account-holder";
  private static final String PREPARING = "preparing";

  private final ObjectProvider<CaseStore> cases;
  private final ObjectProvider<CaseEndings> endings;
  private final ObjectProvider<OwnSteps> ownSteps;
  private final ObjectProvider<StepForms> forms;

  StepParseListener(
      ObjectProvider<CaseStore> cases,
      ObjectProvider<CaseEndings> endings,
      ObjectProvider<OwnSteps> ownSteps,
      ObjectProvider<StepForms> forms) {
    this.cases = cases;
    this.endings = endings;
    this.ownSteps = ownSteps;
    this.forms = forms;
  }

  @Override
  public void parseEventBasedGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
    listen(element, activity);
  }

  @Override
  public void parseReceiveTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    listen(element, activity);
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    TaskDefinition task =
        ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    boolean own =
        task.getCandidateGroupIdExpressions().stream()
            .anyMatch(group -> ACCOUNT_HOLDER.equals(group.getExpressionText()));
    if (own) {
      activity.setProperty(STEP, PREPARING);
      activity.setProperty(OWN_STEP, true);
      task.addBuiltInTaskListener(
          TaskListener.EVENTNAME_CREATE,
          new OwnStepRecorder(cases, ownSteps, forms, properties(element)));
      task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, new OnlyTheAccountHolder());
    } else {
      listen(element, activity);
    }
  }

  @Override
  public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    listen(element, activity);
  }

  @Override
  public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
    listen(element, activity);
  }

  @Override
  public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
    ActivityImpl target = (ActivityImpl) flow.getDestination();
    if (target.isAsyncBefore() && target.getProperty(STEP) instanceof String step) {
      flow.addListener(ExecutionListener.EVENTNAME_TAKE, new StepRecorder(cases, step));
    }
  }

  @Override
  public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
    passOutcomeOn(element, activity);
  }

  @Override
  public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
    passOutcomeOn(element, activity);
    property(element, STATUS)
        .ifPresent(
            word ->
                activity.addListener(
                    ExecutionListener.EVENTNAME_START, new CaseCloser(cases, endings, word)));
  }

  private void listen(Element element, ActivityImpl activity) {
    property(element, STEP)
        .ifPresent(
            step -> {
              activity.setProperty(STEP, step);
              if (!activity.isAsyncBefore()) {
                activity.addListener(
                    ExecutionListener.EVENTNAME_START, new StepRecorder(cases, step));
              }
            });
  }

  private static void passOutcomeOn(Element element, ActivityImpl activity) {
    property(element, OUTCOME)
        .ifPresent(word -> activity.addListener(ExecutionListener.EVENTNAME_START, outcome(word)));
  }

  private static ExecutionListener outcome(String word) {
    return execution -> execution.getProcessInstance().setVariable(RecoveryVariables.OUTCOME, word);
  }

  private static Optional<String> property(Element element, String name) {
    return Optional.ofNullable(properties(element).get(name));
  }

  private static Map<String, String> properties(Element element) {
    Map<String, String> properties = BpmnParseUtil.parseCamundaExtensionProperties(element);
    return properties == null ? Map.of() : properties;
  }
}
