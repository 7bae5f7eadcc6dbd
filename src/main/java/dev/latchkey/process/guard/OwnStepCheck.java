package dev.latchkey.process.guard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.recovery.form.FormPart;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Steps of an analyst's own, which account holders fill in on their page: with a form that the page
 * can show, and answers that touch nothing that the program or another diagram writes.
 */
final class OwnStepCheck {
  private static final String TITLE = "title-";
  private static final int LONGEST_TITLE = 120;

  private final Project project;
  private final Findings findings;

  OwnStepCheck(Project project, Findings findings) {
    this.project = project;
    this.findings = findings;
  }

  static boolean isOwn(Node node) {
    return node.is("userTask") && WaitCheck.groups(node).contains(Words.ACCOUNT_HOLDER);
  }

  void check(Diagram diagram) {
    diagram.nodes().filter(OwnStepCheck::isOwn).forEach(this::checkStep);
  }

  private void checkStep(Node step) {
    checkPeople(step);
    checkTitles(step);
    if (Words.WITHOUT_PAGE.contains(step.scope().process().id())) {
      findings.add(
          Rule.OWN_STEP,
          step,
          "Nobody sees a page while this process runs",
          "Draw it into the recovery, the sign-in or the confirmation of an address");
    }
    String form = step.element().extension("formRef");
    if (!form.isEmpty()) {
      checkBinding(step);
      content(form)
          .ifPresent(json -> checkForm(step, json, project.form(form) == null ? "" : form));
    } else if (hasOtherForm(step)) {
      findings.add(
          Rule.OWN_STEP,
          step,
          "Its form is not one that the page of the account holder can show",
          "Choose Camunda Forms as its type, and set the form reference");
    }
  }

  /** A form that is deployed alone later on would be shown without ever having been checked. */
  private void checkBinding(Node step) {
    if (!step.element().extension("formRefBinding").equals("deployment")) {
      findings.add(
          Rule.OWN_STEP,
          step,
          "Its form is taken from another deployment than the diagram",
          "Choose the binding deployment, and deploy the form with the diagram");
    }
  }

  private static boolean hasOtherForm(Node step) {
    return !step.element().extension("formKey").isEmpty()
        || step.element().extensions("formData").findAny().isPresent();
  }

  private void checkPeople(Node step) {
    boolean others =
        WaitCheck.groups(step).size() > 1
            || !step.element().extension("assignee").isEmpty()
            || !step.element().extension("candidateUsers").isEmpty();
    if (others) {
      findings.add(
          Rule.OWN_STEP,
          step,
          "Others than the account holder could fill it in",
          "Leave account-holder as its only candidate group, without assignee and users");
    }
  }

  private void checkTitles(Node step) {
    if (step.element().label().isEmpty()) {
      findings.add(
          Rule.OWN_STEP,
          step,
          "It has no label, which is the heading of the page",
          "Write what the person does, in English");
    }
    boolean unusable =
        Stream.concat(
                Stream.of(step.element().label()),
                step.element().properties().entrySet().stream()
                    .filter(property -> property.getKey().startsWith(TITLE))
                    .map(property -> property.getValue()))
            .anyMatch(title -> title.length() > LONGEST_TITLE || Expressions.isExpression(title));
    if (unusable) {
      findings.add(
          Rule.OWN_STEP,
          step,
          "Its heading is longer than " + LONGEST_TITLE + " characters, or an expression",
          "Write a short plain text, and explain more in the form");
    }
  }

  private Optional<JsonNode> content(String form) {
    FormFile own = project.form(form);
    return own == null
        ? project.elsewhere().form(form).map(bytes -> FormFile.json(bytes))
        : Optional.of(own.content());
  }

  /**
   * @param own id of the form if it is among the files, else empty
   */
  private void checkForm(Node step, JsonNode json, String own) {
    OwnFormReader.Read read = OwnFormReader.read(json);
    read.faults().forEach(fault -> tell(step, own, Rule.FORM, fault.problem(), fault.remedy()));
    Set<String> taken = taken();
    List<String> collisions =
        read.form().fields().map(FormPart::key).filter(taken::contains).distinct().toList();
    for (String key : collisions) {
      tell(
          step,
          own,
          Rule.RESERVED_VARIABLE,
          "The field " + key + " would write a variable that the processes use otherwise",
          "Give the field another key");
    }
  }

  private void tell(Node step, String own, Rule rule, String problem, String remedy) {
    if (own.isEmpty()) {
      findings.add(rule, step, "In its form: " + problem, remedy);
    } else {
      findings.add(rule, project.form(own).file(), problem, remedy);
    }
  }

  /** What the program, decisions, staff and mappings write; a mapping may hand a name on. */
  private Set<String> taken() {
    Vocabulary vocabulary = project.vocabulary();
    Set<String> taken = new HashSet<>(vocabulary.variables());
    taken.addAll(Words.RESERVED);
    taken.addAll(Words.HANDED_ON);
    taken.addAll(vocabulary.delegates());
    taken.addAll(vocabulary.executionListeners());
    taken.addAll(vocabulary.taskListeners());
    project
        .decisions()
        .flatMap(decision -> decision.all("output"))
        .forEach(output -> taken.add(output.attribute("name")));
    project.diagrams().stream()
        .flatMap(Variables::written)
        .filter(written -> !written.at().attribute("source").equals(written.name()))
        .forEach(written -> taken.add(written.name()));
    project
        .nodes()
        .filter(node -> node.is("userTask") && !isOwn(node))
        .map(node -> project.form(node.element().extension("formRef")))
        .filter(form -> form != null)
        .forEach(form -> taken.addAll(form.fields()));
    return taken;
  }
}
