package dev.latchkey.security;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/**
 * What each group may do in the engine. Support gets Tasklist and the tasks offered to it, which
 * the engine grants task by task; nothing lets it deploy, start, correlate, or read or change
 * variables of other tasks.
 */
@Component
class StaffRights {
  private final AuthorizationService authorizations;
  private final TasklistLists lists;

  StaffRights(AuthorizationService authorizations, TasklistLists lists) {
    this.authorizations = authorizations;
    this.lists = lists;
  }

  /** Tasklist with its lists, and the diagrams that its tasks belong to. */
  void grantSupport() {
    grant(Staff.SUPPORT, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
    grant(Staff.SUPPORT, Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ);
    lists.shareWithSupport();
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
    lists.shareWithLeads();
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

  /** Rights stay where a group was removed, and are then those of the new one. */
  private void grant(String group, Resource resource, String id, Permission... permissions) {
    boolean granted =
        authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .count()
            > 0;
    if (granted) {
      return;
    }
    Authorization authorization =
        authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    authorization.setGroupId(group);
    authorization.setResource(resource);
    authorization.setResourceId(id);
    authorization.setPermissions(permissions);
    authorizations.saveAuthorization(authorization);
  }
}
