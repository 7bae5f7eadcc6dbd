package dev.latchkey.process.guard;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Messages, errors, processes, decisions and forms that a diagram names and that must be there. */
final class ReferenceCheck {
  private static final String TOGETHER =
      "Deploy all files that belong together in one deployment (in Modeler: include additional"
          + " files), or correct the name";
  private static final Pattern ACCOUNT = Pattern.compile("\\b(secondFactor|accountKind)\\b");
  private static final Pattern LITERAL = Pattern.compile("\\$\\{\\s*('[^']*'|\\d+)\\s*}");

  private final Project project;
  private final Findings findings;

  ReferenceCheck(Project project, Findings findings) {
    this.project = project;
    this.findings = findings;
  }

  void check(Diagram diagram) {
    diagram.nodes().forEach(node -> checkNode(diagram, node));
    diagram.nodes().flatMap(node -> node.outgoing().stream()).forEach(this::checkAsked);
    diagram.root().all("messageEventDefinition").forEach(d -> checkMessage(diagram, d));
    diagram.root().all("receiveTask").forEach(task -> checkMessage(diagram, task));
    Variables.written(diagram)
        .filter(w -> (Words.RESERVED.contains(w.name()) && !handedOn(w)) || misused(w))
        .forEach(
            w ->
                findings.add(
                    Rule.RESERVED_VARIABLE,
                    w.at(),
                    "The diagram writes " + w.name() + ", which the program alone writes",
                    Words.HANDED_ON.contains(w.name())
                        ? "Hand it on to a call under its own name, or give it a fixed value there"
                        : "Use a name of your own"));
  }

  /** Before a proof, everybody must see the same, whether there is an account or not (R15). */
  private void checkAsked(Flow flow) {
    if (ACCOUNT.matcher(flow.condition()).find()) {
      findings.add(
          Rule.ACCOUNT_SHOWN,
          flow.element(),
          "What is asked here is known of accounts alone: who sees by the next page how it was"
              + " answered knows that there is one",
          "Ask it only where a proof was accepted before, or let RecoveryPlan.dmn decide");
    }
  }

  /** A call may hand on a variable of the program under its own name. */
  private static boolean handedOn(Variables.Written written) {
    return Set.of("in", "out").contains(written.at().name())
        && written.at().attribute("source").equals(written.name());
  }

  /** Taken from another variable, it could be a person's answer in an own step. */
  private static boolean misused(Variables.Written written) {
    return Words.HANDED_ON.contains(written.name())
        && !handedOn(written)
        && !LITERAL.matcher(written.at().attribute("sourceExpression")).matches();
  }

  private void checkNode(Diagram diagram, Node node) {
    if (node.is("callActivity")) {
      checkCall(node);
    } else if (node.is("businessRuleTask")) {
      checkDecision(node);
    } else if (node.is("userTask")) {
      checkForm(node);
    } else if ((node.is("serviceTask") || node.is("sendTask")) && node.delegate().isEmpty()) {
      checkWork(node);
    }
    for (String kind : List.of("error", "escalation")) {
      node.definition(kind).ifPresent(d -> checkThrown(diagram, node, kind));
    }
  }

  private void checkWork(Node task) {
    boolean otherwise =
        Stream.of("delegateExpression", "expression", "class", "type")
                .anyMatch(name -> !task.element().extension(name).isEmpty())
            || task.element().extensions("connector").findAny().isPresent();
    if (!otherwise) {
      findings.add(
          Rule.UNKNOWN_BEAN,
          task,
          "\"" + task.label() + "\" does nothing",
          "Name a building block with delegateExpression=\"${...}\"");
    }
  }

  private void checkMessage(Diagram diagram, XmlElement at) {
    XmlElement message = diagram.declared("message", at.attribute("messageRef"));
    String name = message == null ? "" : message.attribute("name");
    Set<String> known = project.vocabulary().messages();
    if (!known.contains(name)) {
      findings.add(
          Rule.UNKNOWN_MESSAGE,
          at,
          name.isEmpty()
              ? "It does not say for which message it waits"
              : "Nobody sends the message " + name,
          Nearest.to(name, known)
              .map(near -> "Did you mean " + near + "?")
              .orElse(
                  "Choose one of: " + known.stream().sorted().collect(Collectors.joining(", "))));
    }
  }

  private void checkThrown(Diagram diagram, Node node, String kind) {
    String id = node.definition(kind).orElseThrow().attribute(kind + "Ref");
    boolean throwing = node.is("endEvent") || node.is("intermediateThrowEvent");
    if ((throwing || !id.isEmpty()) && Catches.code(node, kind).isEmpty()) {
      findings.add(
          Rule.UNKNOWN_ERROR,
          node,
          "The " + kind + " '" + id + "' is not declared in this file with a code",
          "Choose the " + kind + " in the properties and give it a code");
    } else if (throwing && !Catches.caught(node, kind) && !caughtByCallers(node, kind)) {
      findings.add(
          Rule.NOT_CAUGHT,
          node,
          "Nobody catches the " + kind + " " + Catches.code(node, kind),
          "Put a boundary event for it on the sub-process or call around");
    } else if (!throwing && !id.isEmpty() && !thrown(diagram, node, kind)) {
      findings.add(
          Rule.NOT_CAUGHT,
          node,
          "Nothing inside throws the " + kind + " " + Catches.code(node, kind),
          "Throw it in an end event, or delete this event");
    }
  }

  private boolean caughtByCallers(Node thrower, String kind) {
    List<Node> calls = project.callsOf(thrower.scope().process().id());
    return !calls.isEmpty()
        && calls.stream()
            .allMatch(
                call ->
                    call.boundaries().stream().anyMatch(b -> Catches.catches(b, thrower, kind)));
  }

  private boolean thrown(Diagram diagram, Node event, String kind) {
    boolean here = diagram.nodes().anyMatch(n -> throwsIt(n, event, kind));
    return here
        || diagram
            .nodes()
            .filter(n -> n.is("callActivity"))
            .flatMap(call -> project.called(call).stream())
            .flatMap(Scope::allNodes)
            .anyMatch(n -> throwsIt(n, event, kind));
  }

  private static boolean throwsIt(Node node, Node event, String kind) {
    return (node.is("endEvent") || node.is("intermediateThrowEvent"))
        && node.definition(kind).isPresent()
        && Catches.catches(event, node, kind);
  }

  private void checkCall(Node call) {
    String id = call.element().attribute("calledElement");
    if (Expressions.isExpression(id) || project.called(call).isEmpty()) {
      missing(Rule.MISSING_PROCESS, call, "The process " + (id.isEmpty() ? "to call" : id));
    }
    boolean keyGiven =
        call.element()
            .extensions("in")
            .anyMatch(in -> in.attribute("businessKey").contains("execution.processBusinessKey"));
    if (!keyGiven) {
      findings.add(
          Rule.CALL,
          call,
          "The called process does not learn whose recovery it works for",
          "Hand on the business key: #{execution.processBusinessKey}");
    }
    boolean everything =
        call.element()
            .children("extensionElements")
            .flatMap(XmlElement::all)
            .anyMatch(mapping -> mapping.attribute("variables").equals("all"));
    if (everything) {
      findings.add(
          Rule.CALL, call, "It hands on all variables", "Name each variable that is handed on");
    }
  }

  private void checkDecision(Node task) {
    String id = task.element().extension("decisionRef");
    boolean here = project.decisions().anyMatch(decision -> decision.id().equals(id));
    boolean deployment = "deployment".equals(task.element().extension("decisionRefBinding"));
    if (!here && (deployment || !project.elsewhere().decision(id))) {
      missing(Rule.MISSING_DECISION, task, "The decision " + (id.isEmpty() ? "to ask" : id));
    }
  }

  private void checkForm(Node task) {
    String id = task.element().extension("formRef");
    boolean deployment = "deployment".equals(task.element().extension("formRefBinding"));
    boolean otherForm =
        !task.element().extension("formKey").isEmpty()
            || task.element().extensions("formData").findAny().isPresent();
    if (!id.isEmpty()
        && project.form(id) == null
        && (deployment || project.elsewhere().form(id).isEmpty())) {
      missing(Rule.MISSING_FORM, task, "The form " + id);
    } else if (id.isEmpty() && !otherForm) {
      findings.add(
          Rule.MISSING_FORM,
          task,
          "Nobody can fill in \"" + task.label() + "\": it has no form",
          "Set formRef to a form among the deployed files");
    }
    checkRules(task);
  }

  /** Without them a decision is never recorded, and the review stands still. */
  private void checkRules(Node task) {
    boolean applied =
        task.element()
            .extensions("taskListener")
            .filter(listener -> listener.attribute("event").equals("complete"))
            .flatMap(
                listener -> Expressions.bean(listener.attribute("delegateExpression")).stream())
            .anyMatch(Words.REVIEW_RULES::equals);
    if (Guard.CASE_FILE_FORM.equals(task.element().extension("formKey")) && !applied) {
      findings.add(
          Rule.REVIEW_RULES,
          task,
          "Nobody applies the rules of reviewing to \"" + task.label() + "\"",
          "Add a task listener for complete with the delegate expression ${reviewRulesListener}");
    }
  }

  private void missing(Rule rule, Node at, String what) {
    if (project.complete()) {
      findings.add(rule, at, what + " is not there", TOGETHER);
    }
  }
}
