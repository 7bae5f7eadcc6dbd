package dev.latchkey.process.guard;

import java.util.List;
import java.util.Map;

/**
 * Checks all files of a deployment together, without an engine, a database or the network.
 *
 * <p>It finds everything at once, so that an analyst corrects it at once. Whoever calls it stores
 * nothing if one finding is an error. Thread-safe; nothing of a deployment is kept.
 */
public final class Guard {
  /** Key of the form of review tasks: ours, not one of a deployment. */
  public static final String CASE_FILE_FORM = "embedded:/camunda/latchkey/case-file";

  private static final int LARGEST = 1024 * 1024;
  private static final String TEST_TABLE = ".dmn.csv";

  private final Vocabulary vocabulary;
  private final Elsewhere elsewhere;

  /**
   * @param vocabulary what diagrams can name
   * @param elsewhere what was deployed before
   */
  public Guard(Vocabulary vocabulary, Elsewhere elsewhere) {
    this.vocabulary = vocabulary;
    this.elsewhere = elsewhere;
  }

  /** Whether the program itself writes or reads this process variable. */
  public static boolean reserved(String variable) {
    return Words.RESERVED.contains(variable) || Words.HANDED_ON.contains(variable);
  }

  /**
   * All findings, errors first.
   *
   * @param files content by name
   */
  public List<Finding> check(Map<String, byte[]> files) {
    Findings findings = new Findings();
    Project project = new Project(vocabulary, elsewhere);
    files.forEach((name, content) -> read(name, content, project, findings));
    project.diagrams().forEach(diagram -> new StructureCheck(findings).check(diagram));
    checkDiagrams(project, findings);
    if (project.complete()) {
      new ProofCheck(project, findings).check();
    }
    for (XmlElement file : project.decisionFiles()) {
      TimeLimit.check(file.file(), findings, own -> new DecisionCheck(vocabulary, own).check(file));
    }
    new TestTables(files, findings).check(project);
    return findings.sorted();
  }

  private static void read(String name, byte[] content, Project project, Findings findings) {
    if (content.length > LARGEST) {
      findings.add(
          Rule.FILE_SIZE,
          name,
          "The file is larger than 1 MiB",
          "Split it: no diagram that people can read is so large");
    } else if (name.endsWith(".form")) {
      FormFile form = FormFile.read(name, content, findings);
      if (form == null) {
        project.addUnreadable();
      } else {
        project.add(form);
      }
    } else if (name.endsWith(".bpmn") || name.endsWith(".dmn")) {
      readXml(name, content, project, findings);
    } else if (!name.endsWith(TEST_TABLE)) {
      findings.add(
          Rule.FILE_TYPE,
          name,
          "Only .bpmn, .dmn, .form and .dmn.csv files can be deployed here",
          "Leave it out");
    }
  }

  private static void readXml(String name, byte[] xml, Project project, Findings findings) {
    XmlElement root = SafeXml.read(name, xml, findings);
    if (root == null) {
      project.addUnreadable();
      return;
    }
    boolean decision = name.endsWith(".dmn");
    new ContentCheck(findings, decision).check(root);
    if (!root.is("definitions") || !root.uri().contains(decision ? "/DMN/" : "/BPMN/")) {
      findings.add(
          Rule.NOT_BPMN,
          root,
          "This is no " + (decision ? "DMN" : "BPMN") + " file",
          "Save it with Camunda Modeler");
    } else if (decision) {
      project.addDecisions(root);
    } else {
      project.add(new Diagram(name, root));
    }
  }

  private static void checkDiagrams(Project project, Findings findings) {
    Sends sends = new Sends(project);
    ExpressionCheck expressions = new ExpressionCheck(project, findings);
    for (Diagram diagram : project.diagrams()) {
      expressions.check(diagram);
      new ReferenceCheck(project, findings).check(diagram);
      new WaitCheck(project, findings).check(diagram);
      new OwnStepCheck(project, findings).check(diagram);
      new TimerCheck(sends, findings).check(diagram);
      new SendCheck(sends, findings).check(diagram);
      new ForkCheck(project, findings).check(diagram);
      new LabelCheck(findings).check(diagram);
    }
  }
}
