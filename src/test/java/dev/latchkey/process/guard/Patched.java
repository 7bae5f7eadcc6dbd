package dev.latchkey.process.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project's own diagrams, decisions and forms, with changes as an analyst would make them. */
public final class Patched {
  private static final Path EXAMPLE = Path.of("src/test/resources/own-step");
  private static final String EXAMPLE_FORM =
      """
      {"type": "default", "id": "%s", "components": [
        {"type": "textfield", "key": "%s", "label": "Asked"}]}
      """;

  private final String name;
  private final Map<String, String> files = new TreeMap<>();
  private String file;

  private Patched(String name) {
    this.name = name;
  }

  /** The files as they are, to be changed. */
  public static Patched files(String name) {
    Patched patched = new Patched(name);
    for (String folder : List.of("processes", "forms")) {
      try (Stream<Path> all = Files.list(Path.of(folder))) {
        all.filter(f -> f.toString().matches(".*(\\.bpmn|\\.dmn|\\.form|RecoveryPlan.dmn.csv)"))
            .forEach(f -> patched.files.put(f.getFileName().toString(), text(f)));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return patched;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Changes that follow are made in this file. */
  public Patched in(String changed) {
    file = changed;
    assertThat(files).containsKey(changed);
    return this;
  }

  /** Each occurrence; there must be one. */
  public Patched replace(String before, String after) {
    assertThat(files.get(file)).as(name).contains(before);
    files.put(file, files.get(file).replace(before, after));
    return this;
  }

  /** Within the element of this id. */
  public Patched replaceIn(String id, String before, String after) {
    String element = element(id);
    assertThat(element).as(name).contains(before);
    files.put(file, files.get(file).replace(element, element.replace(before, after)));
    return this;
  }

  /** Deletes an element, and the flows from and to it. */
  public Patched drop(String id) {
    files.put(file, files.get(file).replace(element(id), ""));
    String flows = "<bpmn:sequenceFlow [^>]*(?:source|target)Ref=\"" + id + "\"";
    Matcher flow =
        Pattern.compile("<bpmn:sequenceFlow id=\"(\\w+)\"[^>]*>").matcher(files.get(file));
    List<String> gone =
        flow.results()
            .filter(found -> Pattern.compile(flows).matcher(found.group()).find())
            .map(found -> found.group(1))
            .toList();
    gone.forEach(each -> files.put(file, files.get(file).replace(element(each), "")));
    return this;
  }

  /** Leads a flow to another element. */
  public Patched lead(String flow, String target) {
    String element = element(flow);
    return replace(
        element, element.replaceFirst("targetRef=\"\\w+\"", "targetRef=\"" + target + "\""));
  }

  /** Writes more behind the element of this id. */
  public Patched after(String id, String more) {
    String element = element(id);
    return replace(element, element + more);
  }

  /** Puts a task, catching event or the like into a flow. */
  public Patched into(String flow, String id, String element) {
    String target = element(flow).replaceFirst("(?s).*targetRef=\"(\\w+)\".*", "$1");
    String onward = flow + "Onward";
    return lead(flow, id)
        .after(
            flow,
            element
                + "<bpmn:sequenceFlow id=\""
                + onward
                + "\" sourceRef=\""
                + id
                + "\" targetRef=\""
                + target
                + "\" />");
  }

  /** A new file. */
  public Patched with(String added, String content) {
    files.put(added, content);
    return this;
  }

  /** The example of steps of one's own, called before the new password is chosen. */
  public Patched withSecurityQuestion() {
    return withSecurityQuestion("Flow_WhatWasLost");
  }

  /** The same in another flow of the recovery. */
  public Patched withSecurityQuestion(String flow) {
    for (String added :
        List.of("SecurityQuestionProcess.bpmn", "SecurityQuestion.form", "TellMore.form")) {
      with(added, text(EXAMPLE.resolve(added)));
    }
    return in("AccountRecoveryProcess.bpmn")
        .into(
            flow,
            "CallActivity_SecurityQuestion",
            "<bpmn:callActivity id=\"CallActivity_SecurityQuestion\" name=\"Ask a security"
                + " question\" calledElement=\"SecurityQuestionProcess\""
                + " camunda:calledElementBinding=\"deployment\"><bpmn:extensionElements><camunda:in"
                + " businessKey=\"#{execution.processBusinessKey}\" />"
                + "</bpmn:extensionElements></bpmn:callActivity>");
  }

  /** A form with one field. */
  public Patched withForm(String id, String field) {
    return with(id + ".form", EXAMPLE_FORM.formatted(id, field));
  }

  /** Leaves a file out. */
  public Patched without(String gone) {
    assertThat(files.remove(gone)).isNotNull();
    return this;
  }

  /** What would be deployed. */
  public Map<String, byte[]> contents() {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    files.forEach((key, text) -> contents.put(key, text.getBytes(StandardCharsets.UTF_8)));
    return contents;
  }

  private String element(String id) {
    Matcher start =
        Pattern.compile("<((?:bpmn:)?\\w+)( [^>]*)? id=\"" + id + "\"(?:[^>/]|/(?!>))*(/?)>")
            .matcher(files.get(file));
    assertThat(start.find()).as(name + ": " + id + " in " + file).isTrue();
    if (start.group(3).equals("/")) {
      return start.group();
    }
    String end = "</" + start.group(1) + ">";
    int close = files.get(file).indexOf(end, start.end());
    return files.get(file).substring(start.start(), close + end.length());
  }

  @Override
  public String toString() {
    return name;
  }
}
