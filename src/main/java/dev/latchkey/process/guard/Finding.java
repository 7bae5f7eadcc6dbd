package dev.latchkey.process.guard;

import java.util.List;

/**
 * One thing that the guard found.
 *
 * @param line place in the file, counted from 1; 0 if it is about the file as a whole
 * @param element id of the nearest element that has one, or empty
 * @param label what stands on that element in the diagram, or empty
 * @param problem what is wrong, in plain words
 * @param remedy what to do
 * @param related ids of the elements that it is about, the one above first
 */
public record Finding(
    Rule rule,
    String file,
    int line,
    String element,
    String label,
    String problem,
    String remedy,
    List<String> related) {

  /** Problem and remedy in one line. */
  public String message() {
    return problem + ". " + remedy;
  }

  /** Where it is: file, line, element and label as far as there are any. */
  public String place() {
    return file
        + (line > 0 ? ", line " + line : "")
        + (element.isEmpty() ? "" : ", element " + element)
        + (label.isEmpty() ? "" : " \"" + label + "\"");
  }
}
