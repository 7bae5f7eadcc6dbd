package dev.latchkey.process;

import dev.latchkey.messaging.Purpose;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nobody decided yet: moves the request up in everybody's list, and records that support hears. */
@Component
class RemindSupportDelegate implements JavaDelegate {
  private static final int HIGH = 75;

  private final Notices notices;

  RemindSupportDelegate(Notices notices) {
    this.notices = notices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    TaskService tasks = execution.getProcessEngineServices().getTaskService();
    tasks
        .createTaskQuery()
        .processInstanceId(execution.getProcessInstanceId())
        .list()
        .forEach(task -> tasks.setPriority(task.getId(), HIGH));
    notices.tellSupport(execution.getProcessBusinessKey(), Purpose.REVIEW_WAITING);
  }
}
