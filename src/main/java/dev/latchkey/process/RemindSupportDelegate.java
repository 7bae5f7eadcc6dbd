package dev.latchkey.process;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nobody picked the request up yet: moves it up in everybody's list. */
@Component
class RemindSupportDelegate implements JavaDelegate {
  private static final int HIGH = 75;

  @Override
  public void execute(DelegateExecution execution) {
    TaskService tasks = execution.getProcessEngineServices().getTaskService();
    tasks
        .createTaskQuery()
        .processInstanceId(execution.getProcessInstanceId())
        .list()
        .forEach(task -> tasks.setPriority(task.getId(), HIGH));
  }
}
