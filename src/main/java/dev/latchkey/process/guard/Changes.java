package dev.latchkey.process.guard;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What changed between two versions of a file, in sentences for whoever drew it: labels instead of
 * ids, and nothing about where things are drawn.
 */
public final class Changes {
  private static final List<String> UNREADABLE = List.of("The two versions cannot be compared");
  private static final List<String> DRAWING =
      List.of("Only the drawing changed, or the way it is written down");

  private Changes() {}

  /**
   * The sentences; none if both are the same.
   *
   * @param file name, whose ending says how it is read
   * @param before null if there was none
   * @param after null if there is none any more
   */
  public static List<String> between(String file, byte[] before, byte[] after) {
    if (before == null) {
      return after == null ? List.of() : List.of("New file");
    } else if (after == null) {
      return List.of("File removed");
    }
    if (Arrays.equals(before, after)) {
      return List.of();
    }
    List<String> sentences =
        file.endsWith(".bpmn") || file.endsWith(".dmn")
            ? ofXml(file, before, after)
            : file.endsWith(".form")
                ? FormChanges.between(before, after)
                : TableChanges.between(text(before), text(after));
    return sentences.isEmpty() ? DRAWING : sentences;
  }

  private static List<String> ofXml(String file, byte[] before, byte[] after) {
    XmlElement earlier = SafeXml.read(file, before, new Findings());
    XmlElement later = SafeXml.read(file, after, new Findings());
    if (earlier == null || later == null) {
      return UNREADABLE;
    }
    return file.endsWith(".bpmn")
        ? new DiagramChanges(earlier, later).sentences()
        : new DecisionChanges(earlier, later).sentences();
  }

  static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }

  /** A value that changed, that came or that went away; null where there is none. */
  static String changed(String what, String before, String after) {
    if (before == null) {
      return what + " set to " + value(after);
    }
    return after == null
        ? what + " " + value(before) + " removed"
        : what + " changed from " + value(before) + " to " + value(after);
  }

  static String quoted(String label) {
    return "“" + label + "”";
  }

  private static String value(String value) {
    return value.isEmpty() ? "nothing" : value;
  }
}
