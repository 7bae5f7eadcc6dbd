package dev.latchkey.process;

import dev.latchkey.recovery.CaseStore;
import dev.latchkey.recovery.RecoveryCase;
import dev.latchkey.review.ReviewDesk;
import dev.latchkey.review.ReviewRules;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** {@link ReviewDesk} on the engine's tasks. */
@Component
class EngineReviewDesk implements ReviewDesk {
  private static final List<String> DESK = List.of("support", "support-lead");
  private static final String LEADS = "support-lead";

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final CaseStore cases;
  private final ReviewRules rules;

  EngineReviewDesk(TaskService tasks, RuntimeService runtime, CaseStore cases, ReviewRules rules) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.cases = cases;
    this.rules = rules;
  }

  @Override
  public Optional<String> caseOf(String taskId, String staff, Collection<String> groups) {
    Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
    return Optional.ofNullable(task)
        .filter(found -> mayLook(found, staff, groups))
        .map(Task::getProcessInstanceId)
        .map(id -> runtime.createProcessInstanceQuery().processInstanceId(id).singleResult())
        .map(ProcessInstance::getBusinessKey)
        .filter(caseId -> !rules.tooClose(caseId, accountOf(caseId), staff));
  }

  private String accountOf(String caseId) {
    return cases.byId(caseId).map(RecoveryCase::accountId).orElse(null);
  }

  private boolean mayLook(Task task, String staff, Collection<String> groups) {
    List<String> offered =
        tasks.getIdentityLinksForTask(task.getId()).stream()
            .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
            .map(IdentityLink::getGroupId)
            .filter(DESK::contains)
            .toList();
    if (offered.isEmpty()) {
      return false;
    }
    boolean theirs =
        task.getAssignee() == null
            ? groups.stream().anyMatch(offered::contains)
            : task.getAssignee().equals(staff);
    return theirs || groups.contains(LEADS);
  }
}
