package dev.latchkey.security;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * What each group may do in the engine. Support gets Tasklist and the tasks offered to it, which
 * the engine grants task by task; nothing lets it deploy, start, correlate, or read or change
 * variables of other tasks.
 */
@Component
class StaffRights {
  private final AuthorizationService authorizations;
  private final FilterService filters;
  private final TaskService tasks;

  StaffRights(AuthorizationService authorizations, FilterService filters, TaskService tasks) {
    this.authorizations = authorizations;
    this.filters = filters;
    this.tasks = tasks;
  }

  /** Tasklist with its lists, and the diagrams that its tasks belong to. */
  void grantSupport() {
    grant(Staff.SUPPORT, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
    grant(Staff.SUPPORT, Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ);
    share("Open reviews", "Nobody works on them yet", 1, offered());
    share("All reviews", "With those in work", 3, offered().includeAssignedTasks());
  }

  /** As support, and may see who works on what and hand it to another. */
  void grantLeads() {
    grant(Staff.LEADS, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
    grant(
        Staff.LEADS,
        Resources.PROCESS_DEFINITION,
        Authorization.ANY,
        ProcessDefinitionPermissions.READ,
        ProcessDefinitionPermissions.READ_TASK,
        ProcessDefinitionPermissions.TASK_ASSIGN);
  }

  /** Cockpit's definitions and deployments; nothing that runs, nobody's case. */
  void grantAnalysts() {
    grant(Staff.ANALYSTS, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
    grant(
        Staff.ANALYSTS,
        Resources.DEPLOYMENT,
        Authorization.ANY,
        Permissions.CREATE,
        Permissions.READ);
    for (Resource definitions :
        List.of(
            Resources.PROCESS_DEFINITION,
            Resources.DECISION_DEFINITION,
            Resources.DECISION_REQUIREMENTS_DEFINITION)) {
      grant(Staff.ANALYSTS, definitions, Authorization.ANY, Permissions.READ);
    }
  }

  /** Everything; the engine itself checks administrators by this. */
  void grantAdmins() {
    for (Resource resource : Resources.values()) {
      grant(Staff.ADMINS, resource, Authorization.ANY, Permissions.ALL);
    }
  }

  /** A person's own list. It names the person: expressions in stored queries are off. */
  void giveOwnList(String user) {
    Filter filter =
        save("My tasks", "Assigned to me", 2, tasks.createTaskQuery().taskAssignee(user));
    Authorization authorization = ofFilter(filter);
    authorization.setUserId(user);
    authorizations.saveAuthorization(authorization);
  }

  private TaskQuery offered() {
    return tasks.createTaskQuery().taskCandidateGroup(Staff.SUPPORT);
  }

  private void share(String name, String description, int place, TaskQuery query) {
    Authorization authorization = ofFilter(save(name, description, place, query));
    authorization.setGroupId(Staff.SUPPORT);
    authorizations.saveAuthorization(authorization);
  }

  private Filter save(String name, String description, int place, TaskQuery query) {
    Filter filter = filters.newTaskFilter(name);
    filter.setQuery(query);
    filter.setProperties(
        Map.of("description", description, "priority", place, "refresh", true, "color", "#3b5b7a"));
    return filters.saveFilter(filter);
  }

  private Authorization ofFilter(Filter filter) {
    Authorization authorization =
        authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    authorization.setResource(Resources.FILTER);
    authorization.setResourceId(filter.getId());
    authorization.addPermission(Permissions.READ);
    return authorization;
  }

  private void grant(String group, Resource resource, String id, Permission... permissions) {
    Authorization authorization =
        authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    authorization.setGroupId(group);
    authorization.setResource(resource);
    authorization.setResourceId(id);
    authorization.setPermissions(permissions);
    authorizations.saveAuthorization(authorization);
  }
}
