package dev.latchkey.process;

import dev.latchkey.messaging.Purpose;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Still nobody: the leads see the request too, on top of their list, and hear of it. */
@Component
class CallInLeadsDelegate implements JavaDelegate {
  static final String LEADS = "support-lead";
  private static final int HIGHEST = 100;

  private final Notices notices;

  CallInLeadsDelegate(Notices notices) {
    this.notices = notices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    TaskService tasks = execution.getProcessEngineServices().getTaskService();
    tasks
        .createTaskQuery()
        .processInstanceId(execution.getProcessInstanceId())
        .list()
        .forEach(
            task -> {
              offer(tasks, task);
              tasks.setPriority(task.getId(), HIGHEST);
            });
    notices.tellSupport(execution.getProcessBusinessKey(), Purpose.REVIEW_OVERDUE);
  }

  /** What leads see already is not offered to them twice. */
  private static void offer(TaskService tasks, Task task) {
    boolean offered =
        tasks.getIdentityLinksForTask(task.getId()).stream()
            .anyMatch(link -> LEADS.equals(link.getGroupId()));
    if (!offered) {
      tasks.addCandidateGroup(task.getId(), LEADS);
    }
  }
}
