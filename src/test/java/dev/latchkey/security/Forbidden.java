package dev.latchkey.security;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What staff might try, and who may. Braces name things of the {@link SceneOfTheCrime}; {@code
 * {me}} is the login of who tries.
 *
 * @param may groups that may beside administrators: S support, L its leads, A analysts; {@code -}
 *     means that not even administrators may
 */
record Forbidden(String what, String may, String method, String path, String body) {
  private static final Pattern CLOSED =
      Pattern.compile("(/task/.*/(resolve|delegate|create)|/job/.*|/external-task/.*|/condition)");
  private static final String QUERY = "\"${runtimeService}\"";

  static List<Forbidden> all() {
    List<Forbidden> all = new ArrayList<>();
    all.addAll(tasks());
    all.addAll(instances());
    all.addAll(jobs());
    all.addAll(definitions());
    all.addAll(people());
    all.addAll(history());
    all.addAll(closedToAll(all));
    return all;
  }

  /** What is closed by its path: with a slash at the end it is the same. */
  private static List<Forbidden> closedToAll(List<Forbidden> all) {
    return all.stream()
        .filter(call -> call.may().equals("-") && CLOSED.matcher(call.path()).matches())
        .map(
            call ->
                new Forbidden(
                    call.what() + ", with a slash",
                    call.may(),
                    call.method(),
                    call.path() + "/",
                    call.body()))
        .toList();
  }

  /** An expression is refused as such; the rest is forbidden, and what is not seen is not found. */
  List<Integer> refusals() {
    return what.contains("expression") ? List.of(400, 403) : List.of(403, 404);
  }

  private static Forbidden row(String what, String may, String call, String body) {
    String[] parts = call.split(" ", 2);
    return new Forbidden(what, may, parts[0], parts[1], body);
  }

  private static List<Forbidden> tasks() {
    String decision = "{\"value\":\"approve\",\"type\":\"String\"}";
    return List.of(
        row("complete an unclaimed task", "-", "POST /task/{offered}/complete", "{}"),
        row("complete a colleague's task", "-", "POST /task/{colleagues}/complete", "{}"),
        row("complete a task offered to nobody", "-", "POST /task/{others}/complete", "{}"),
        row("submit an unclaimed task", "-", "POST /task/{offered}/submit-form", "{}"),
        row("submit a colleague's task", "-", "POST /task/{colleagues}/submit-form", "{}"),
        row("claim for a colleague", "-", "POST /task/{offered}/claim", "{\"userId\":\"lena\"}"),
        row(
            "claim from a colleague",
            "-",
            "POST /task/{colleagues}/claim",
            "{\"userId\":\"{me}\"}"),
        row("free a colleague's task", "L", "POST /task/{colleagues}/unclaim", "{}"),
        row("assign", "L", "POST /task/{offered}/assignee", "{\"userId\":\"lena\"}"),
        row("delegate", "-", "POST /task/{offered}/delegate", "{\"userId\":\"lena\"}"),
        row("resolve", "-", "POST /task/{offered}/resolve", "{}"),
        row("update a task", "L", "PUT /task/{offered}", "{\"assignee\":\"lena\"}"),
        row("create a task", "", "POST /task/create", "{\"id\":\"made\",\"name\":\"x\"}"),
        row(
            "add a candidate",
            "L",
            "POST /task/{offered}/identity-links",
            "{\"userId\":\"noor\",\"type\":\"candidate\"}"),
        row(
            "remove a candidate",
            "L",
            "POST /task/{offered}/identity-links/delete",
            "{\"groupId\":\"support\",\"type\":\"candidate\"}"),
        row("end a task by error", "-", "POST /task/{offered}/bpmnError", "{\"errorCode\":\"x\"}"),
        row(
            "end a task by escalation",
            "-",
            "POST /task/{offered}/bpmnEscalation",
            "{\"escalationCode\":\"x\"}"),
        row("set a variable of a task", "", "PUT /task/{offered}/variables/decision", decision),
        row(
            "set variables of a task",
            "",
            "POST /task/{offered}/variables",
            "{\"modifications\":{\"decision\":" + decision + "}}"),
        row("remove a variable of a task", "", "DELETE /task/{offered}/variables/kept", ""),
        row("set a local variable", "", "PUT /task/{offered}/localVariables/decision", decision),
        row("see a task that is not offered", "L", "GET /task/{others}", ""),
        row("see its variables", "", "GET /task/{others}/variables", ""),
        row(
            "write a comment into the engine's history",
            "-",
            "POST /task/{offered}/comment/create",
            "{\"message\":\"x\"}"),
        row(
            "attach something in the engine's history",
            "-",
            "POST /task/{offered}/attachment/create",
            "{}"),
        row(
            "search tasks by expression",
            "-",
            "POST /task?maxResults=5",
            "{\"assigneeExpression\":" + QUERY + "}"));
  }

  private static List<Forbidden> instances() {
    String start = "[{\"type\":\"startBeforeActivity\",\"activityId\":\"Task_Others\"}]";
    String variable = "{\"value\":\"approve\",\"type\":\"String\"}";
    return List.of(
        row(
            "correlate",
            "",
            "POST /message",
            "{\"messageName\":\"Told\",\"processInstanceId\":\"{instance}\"}"),
        row(
            "correlate by key",
            "",
            "POST /message",
            "{\"messageName\":\"Told\",\"businessKey\":\"{key}\",\"all\":true}"),
        row("trigger", "", "POST /execution/{waiting}/messageSubscriptions/Told/trigger", "{}"),
        row("signal an execution", "", "POST /execution/{waiting}/signal", "{}"),
        row("signal all", "", "POST /signal", "{\"name\":\"Alarm\"}"),
        row("see variables", "", "GET /process-instance/{instance}/variables", ""),
        row("set a variable", "", "PUT /process-instance/{instance}/variables/decision", variable),
        row(
            "set variables",
            "",
            "POST /process-instance/{instance}/variables",
            "{\"modifications\":{\"decision\":" + variable + "}}"),
        row("set a local one", "", "PUT /execution/{waiting}/localVariables/decision", variable),
        row("end an instance", "", "DELETE /process-instance/{instance}", ""),
        row(
            "modify",
            "",
            "POST /process-instance/{instance}/modification",
            "{\"instructions\":" + start + "}"),
        row(
            "modify later",
            "",
            "POST /process-instance/{instance}/modification-async",
            "{\"instructions\":" + start + "}"),
        row(
            "modify many",
            "",
            "POST /modification/execute",
            "{\"processDefinitionId\":\"{definition}\",\"processInstanceIds\":[\"{instance}\"],"
                + "\"instructions\":"
                + start
                + "}"),
        row(
            "modify many later",
            "",
            "POST /modification/executeAsync",
            "{\"processDefinitionId\":\"{definition}\",\"processInstanceIds\":[\"{instance}\"],"
                + "\"instructions\":"
                + start
                + "}"),
        row(
            "migrate",
            "",
            "POST /migration/execute",
            "{\"migrationPlan\":{\"sourceProcessDefinitionId\":\"{definition}\","
                + "\"targetProcessDefinitionId\":\"{definition}\",\"instructions\":[{"
                + "\"sourceActivityIds\":[\"Task_Others\"],"
                + "\"targetActivityIds\":[\"Task_Others\"]}]},"
                + "\"processInstanceIds\":[\"{instance}\"]}"),
        row("suspend", "", "PUT /process-instance/{instance}/suspended", "{\"suspended\":true}"),
        row(
            "suspend by key",
            "",
            "PUT /process-instance/suspended",
            "{\"processDefinitionKey\":\"Beside\",\"suspended\":true}"),
        row(
            "batch: end",
            "",
            "POST /process-instance/delete",
            "{\"processInstanceIds\":[\"{instance}\"]}"),
        row(
            "batch: set variables",
            "",
            "POST /process-instance/variables-async",
            "{\"processInstanceIds\":[\"{instance}\"],\"variables\":{\"decision\":"
                + variable
                + "}}"),
        row(
            "batch: correlate",
            "",
            "POST /process-instance/message-async",
            "{\"processInstanceIds\":[\"{instance}\"],\"messageName\":\"Told\"}"),
        row(
            "batch: suspend",
            "",
            "POST /process-instance/suspended-async",
            "{\"processInstanceIds\":[\"{instance}\"],\"suspended\":true}"),
        row(
            "make an incident",
            "",
            "POST /execution/{waiting}/create-incident",
            "{\"incidentType\":\"x\"}"),
        row("resolve an incident", "", "DELETE /incident/{incident}", ""),
        row("annotate", "", "PUT /incident/{incident}/annotation", "{\"annotation\":\"x\"}"));
  }

  private static List<Forbidden> jobs() {
    return List.of(
        row("set retries", "", "PUT /job/{job}/retries", "{\"retries\":7}"),
        row("execute", "-", "POST /job/{job}/execute", "{}"),
        row("bring forward", "", "PUT /job/{job}/duedate", "{\"duedate\":null}"),
        row("suspend a job", "", "PUT /job/{job}/suspended", "{\"suspended\":true}"),
        row("prefer", "", "PUT /job/{job}/priority", "{\"priority\":9}"),
        row("delete a job", "", "DELETE /job/{job}", ""),
        row("set retries of the engine's job", "", "PUT /job/{own}/retries", "{\"retries\":7}"),
        row("execute the engine's job", "-", "POST /job/{own}/execute", "{}"),
        row("bring it forward", "", "PUT /job/{own}/duedate", "{\"duedate\":null}"),
        row("recalculate it", "", "POST /job/{own}/duedate/recalculate", ""),
        row("suspend it", "", "PUT /job/{own}/suspended", "{\"suspended\":true}"),
        row("prefer it", "", "PUT /job/{own}/priority", "{\"priority\":9}"),
        row("delete it", "", "DELETE /job/{own}", ""),
        row("retry many", "", "POST /job/retries", "{\"jobIds\":[\"{job}\"],\"retries\":7}"),
        row(
            "retry all of an instance",
            "",
            "POST /process-instance/job-retries",
            "{\"retries\":7,\"processInstances\":[\"{instance}\"]}"),
        row("retry a kind", "", "PUT /job-definition/{jobs}/retries", "{\"retries\":7}"),
        row(
            "suspend a kind",
            "",
            "PUT /job-definition/{jobs}/suspended",
            "{\"suspended\":true,\"includeJobs\":true}"),
        row("prefer a kind", "", "PUT /job-definition/{jobs}/jobPriority", "{\"priority\":9}"),
        row(
            "fetch external tasks",
            "-",
            "POST /external-task/fetchAndLock",
            "{\"workerId\":\"w\",\"maxTasks\":1,"
                + "\"topics\":[{\"topicName\":\"x\",\"lockDuration\":1000}]}"),
        row(
            "complete an external task",
            "-",
            "POST /external-task/{job}/complete",
            "{\"workerId\":\"w\"}"));
  }

  private static List<Forbidden> definitions() {
    return List.of(
        row("deploy", "A", "POST /deployment/create", null),
        row("redeploy", "A", "POST /deployment/{deployment}/redeploy", "{}"),
        row("delete a deployment", "", "DELETE /deployment/{deployment}?cascade=true", ""),
        row("see a deployment's files", "A", "GET /deployment/{deployment}/resources", ""),
        row("start", "", "POST /process-definition/key/Beside/start", "{}"),
        row("start by form", "", "POST /process-definition/key/Beside/submit-form", "{}"),
        row(
            "suspend a definition",
            "",
            "PUT /process-definition/key/Beside/suspended",
            "{\"suspended\":true}"),
        row(
            "shorten the history",
            "",
            "PUT /process-definition/key/Beside/history-time-to-live",
            "{\"historyTimeToLive\":1}"),
        row("delete a definition", "", "DELETE /process-definition/{definition}?cascade=true", ""),
        row(
            "restart",
            "",
            "POST /process-definition/{definition}/restart",
            "{\"processInstanceIds\":[\"{ended}\"],\"instructions\":"
                + "[{\"type\":\"startBeforeActivity\",\"activityId\":\"Task_Others\"}]}"),
        row(
            "evaluate a decision",
            "",
            "POST /decision-definition/key/Paper/evaluate",
            "{\"variables\":{\"a\":{\"value\":\"x\",\"type\":\"String\"}}}"),
        row(
            "shorten a decision's history",
            "",
            "PUT /decision-definition/key/Paper/history-time-to-live",
            "{\"historyTimeToLive\":1}"),
        row(
            "meet conditions",
            "-",
            "POST /condition",
            "{\"processDefinitionId\":\"{definition}\",\"variables\":{}}"));
  }

  private static List<Forbidden> people() {
    String right =
        "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"{me}\",\"resourceType\":6,"
            + "\"resourceId\":\"*\"}";
    String filter = "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{},\"properties\":{}}";
    return List.of(
        row(
            "make a user",
            "",
            "POST /user/create",
            "{\"profile\":{\"id\":\"mallory\"},"
                + "\"credentials\":{\"password\":\"correct horse battery\"}}"),
        row(
            "change one's own e-mail address",
            "",
            "PUT /user/{me}/profile",
            "{\"id\":\"{me}\",\"firstName\":\"x\",\"email\":\"other@example.net\"}"),
        row("rename a colleague", "", "PUT /user/lena/profile", "{\"id\":\"lena\"}"),
        row(
            "set a colleague's password",
            "",
            "PUT /user/lena/credentials",
            "{\"password\":\"correct horse battery\","
                + "\"authenticatedUserPassword\":\"{password}\"}"),
        row("delete a colleague", "", "DELETE /user/lena", ""),
        row("unlock a colleague", "", "POST /user/lena/unlock", ""),
        row("make a group", "", "POST /group/create", "{\"id\":\"gang\",\"name\":\"x\"}"),
        row("rename a group", "", "PUT /group/support", "{\"id\":\"support\",\"name\":\"x\"}"),
        row("delete a group", "", "DELETE /group/analyst", ""),
        row("join a group", "", "PUT /group/camunda-admin/members/{me}", ""),
        row("put a colleague out", "", "DELETE /group/support/members/lena", ""),
        row("make a tenant", "", "POST /tenant/create", "{\"id\":\"t\",\"name\":\"x\"}"),
        row("take a right", "", "POST /authorization/create", right),
        row("change a right", "", "PUT /authorization/{right}", right),
        row("take a right away", "", "DELETE /authorization/{right}", ""),
        row("make a list", "", "POST /filter/create", filter),
        row("change a list", "", "PUT /filter/{filter}", filter),
        row("delete a list", "", "DELETE /filter/{filter}", ""),
        row(
            "extend a list by an expression",
            "-",
            "POST /filter/{filter}/list",
            "{\"assigneeExpression\":" + QUERY + "}"));
  }

  private static List<Forbidden> history() {
    return List.of(
        row("delete an ended instance", "", "DELETE /history/process-instance/{ended}", ""),
        row(
            "delete ended instances",
            "",
            "POST /history/process-instance/delete",
            "{\"historicProcessInstanceIds\":[\"{ended}\"]}"),
        row(
            "shorten their life",
            "",
            "POST /history/process-instance/set-removal-time",
            "{\"absoluteRemovalTime\":\"2020-01-01T00:00:00.000+0000\","
                + "\"historicProcessInstanceIds\":[\"{ended}\"]}"),
        row("clean up", "", "POST /history/cleanup", ""),
        row(
            "delete decisions",
            "",
            "POST /history/decision-instance/delete",
            "{\"historicDecisionInstanceIds\":[\"{ended}\"]}"),
        row("delete figures", "", "DELETE /metrics/task-worker", ""));
  }
}
