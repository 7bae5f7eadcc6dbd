package dev.latchkey.process;

import dev.latchkey.language.Languages;
import dev.latchkey.recovery.CaseStore;
import dev.latchkey.recovery.OwnStep;
import dev.latchkey.recovery.OwnSteps;
import dev.latchkey.recovery.form.FormPart;
import dev.latchkey.recovery.form.LocalText;
import dev.latchkey.recovery.form.StepForms;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Shows a step of an analyst's own to the account holder: notes its task and form with the case,
 * and gives its variables a value, so that conditions can read them whether it is answered or not.
 * Not a bean: no diagram can name it.
 */
final class OwnStepRecorder implements TaskListener {
  private static final String TITLE = "title-";

  private final ObjectProvider<CaseStore> cases;
  private final ObjectProvider<OwnSteps> steps;
  private final ObjectProvider<StepForms> forms;
  private final Map<String, String> properties;

  /**
   * @param properties of the task; its headings in other languages are among them
   */
  OwnStepRecorder(
      ObjectProvider<CaseStore> cases,
      ObjectProvider<OwnSteps> steps,
      ObjectProvider<StepForms> forms,
      Map<String, String> properties) {
    this.cases = cases;
    this.steps = steps;
    this.forms = forms;
    this.properties = Map.copyOf(properties);
  }

  @Override
  public void notify(DelegateTask task) {
    OwnStep step = new OwnStep(task.getId(), formOf((TaskEntity) task), title(task));
    forms
        .getObject()
        .find(step.formId())
        .orElseThrow(() -> new IllegalStateException("The form " + step.formId() + " is gone"))
        .fields()
        .map(FormPart::key)
        .filter(key -> !task.hasVariable(key))
        .forEach(key -> task.getExecution().getProcessInstance().setVariable(key, null));
    new StepRecorder(cases, OwnStep.KEY)
        .record(
            (ExecutionEntity) task.getExecution(), caseId -> steps.getObject().write(caseId, step));
  }

  private static String formOf(TaskEntity task) {
    task.initializeFormKey();
    CamundaFormDefinition form =
        new GetCamundaFormDefinitionCmd(
                task.getCamundaFormRef(), task.getProcessDefinition().getDeploymentId())
            .execute(Context.getCommandContext());
    return OwnStepForms.id(form.getDeploymentId(), form.getResourceName());
  }

  private LocalText title(DelegateTask task) {
    Map<String, String> others = new LinkedHashMap<>();
    for (Locale language : Languages.all()) {
      String title = properties.get(TITLE + language.getLanguage());
      if (title != null && !title.isBlank()) {
        others.put(language.getLanguage(), title);
      }
    }
    return new LocalText(task.getName(), others);
  }
}
