package dev.latchkey.security;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The lists in Tasklist, beginning with where there is something to do. They are made once; whoever
 * may can change or remove them in Tasklist.
 *
 * <p>Expressions in stored queries are off, because whoever may store one could run it. So each
 * person has a list that names them, and what is late is told by the priority that the reminders in
 * the diagram give a task.
 */
@Component
class TasklistLists {
  private static final int REMINDED = 75;
  private static final String SECOND_APPROVAL = "Task_ApproveRecovery";
  private static final String OWN = "latchkey.own-list";
  private static final String COLOUR = "#3b5b7a";

  private final AuthorizationService authorizations;
  private final FilterService filters;
  private final TaskService tasks;
  private final IdentityService identities;

  TasklistLists(
      AuthorizationService authorizations,
      FilterService filters,
      TaskService tasks,
      IdentityService identities) {
    this.authorizations = authorizations;
    this.filters = filters;
    this.tasks = tasks;
    this.identities = identities;
  }

  /** For supporters and leads: what nobody works on, what is late, and all of it. */
  void shareWithSupport() {
    share(
        save("Open", "Nobody works on them yet", 10, offered()),
        List.of(Staff.SUPPORT, Staff.LEADS));
    share(
        save(
            "Late",
            "Open for more than 4 hours, or as long as the diagram says",
            30,
            offered().includeAssignedTasks().taskMinPriority(REMINDED)),
        List.of(Staff.SUPPORT, Staff.LEADS));
    shareAll();
  }

  void shareAll() {
    share(
        save("All", "With those in work", 50, offered().includeAssignedTasks()),
        List.of(Staff.SUPPORT, Staff.LEADS));
  }

  /** For leads alone. */
  void shareWithLeads() {
    TaskQuery second = tasks.createTaskQuery().taskDefinitionKey(SECOND_APPROVAL).active();
    share(
        save("Second approval", "Approved by one, waiting for another", 40, second),
        List.of(Staff.LEADS));
  }

  /** A person's own list, once: one that was removed stays removed. */
  void giveOwn(String user) {
    if (identities.getUserInfo(user, OWN) != null) {
      return;
    }
    identities.setUserInfo(user, OWN, "made");
    Filter filter = save("Mine", "Assigned to me", 20, tasks.createTaskQuery().taskAssignee(user));
    Authorization authorization = reading(filter);
    authorization.setUserId(user);
    authorizations.saveAuthorization(authorization);
  }

  /** To whom they are offered decides the engine, task by task, for each one who looks. */
  private TaskQuery offered() {
    return tasks.createTaskQuery().taskCandidateGroupIn(List.of(Staff.SUPPORT, Staff.LEADS));
  }

  private void share(Filter filter, List<String> groups) {
    for (String group : groups) {
      Authorization authorization = reading(filter);
      authorization.setGroupId(group);
      authorizations.saveAuthorization(authorization);
    }
  }

  private Filter save(String name, String description, int place, TaskQuery query) {
    Filter filter = filters.newTaskFilter(name);
    filter.setQuery(query);
    filter.setProperties(
        Map.of("description", description, "priority", place, "refresh", true, "color", COLOUR));
    return filters.saveFilter(filter);
  }

  private Authorization reading(Filter filter) {
    Authorization authorization =
        authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    authorization.setResource(Resources.FILTER);
    authorization.setResourceId(filter.getId());
    authorization.addPermission(Permissions.READ);
    return authorization;
  }
}
