package dev.latchkey.process;

import dev.latchkey.audit.AuditLog;
import dev.latchkey.review.CaseFile;
import dev.latchkey.review.CaseFiles;
import dev.latchkey.review.ReviewDesk;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens the case files of the engine's review tasks, to those whose desk they are on. */
@Component
class EngineCaseFiles implements CaseFiles {
  private static final String REVIEW = "Task_ReviewRecovery";
  private static final Set<String> REVIEWS = Set.of(REVIEW, ReviewRulesListener.SECOND_APPROVAL);
  private static final String LOOK = "look-at-case-file";
  private static final String LOOK_AT_CODE = "look-at-read-out-code";

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final ReviewDesk desk;
  private final CaseFileWriter writer;
  private final CasePanels panels;
  private final AuditLog audit;

  EngineCaseFiles(
      TaskService tasks,
      RuntimeService runtime,
      ReviewDesk desk,
      CaseFileWriter writer,
      CasePanels panels,
      AuditLog audit) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.desk = desk;
    this.writer = writer;
    this.panels = panels;
    this.audit = audit;
  }

  @Override
  @Transactional
  public Optional<CaseFile> look(String taskId, String staff, Collection<String> groups) {
    Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
    if (task == null || !REVIEWS.contains(task.getTaskDefinitionKey())) {
      return Optional.empty();
    }
    Optional<String> shown = desk.caseOf(taskId, staff, groups);
    audit(task, staff, LOOK, shown.isPresent());
    return shown.map(id -> writer.file(id, isReview(task)));
  }

  @Override
  @Transactional
  public Optional<String> readOutCode(String taskId, String staff, Collection<String> groups) {
    Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
    if (task == null || !isReview(task)) {
      return Optional.empty();
    }
    Optional<String> shown =
        desk.caseOf(taskId, staff, groups).filter(id -> staff.equals(task.getAssignee()));
    audit(task, staff, LOOK_AT_CODE, shown.isPresent());
    return shown.map(panels::readOutCode);
  }

  /** A second approval is a yes or a no. */
  private static boolean isReview(Task task) {
    return REVIEW.equals(task.getTaskDefinitionKey());
  }

  private void audit(Task task, String staff, String action, boolean shown) {
    audit.record(
        caseOf(task), staff, action, shown ? "seen" : "refused", task.getTaskDefinitionKey());
  }

  private String caseOf(Task task) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceId(task.getProcessInstanceId())
        .singleResult()
        .getBusinessKey();
  }
}
