package dev.latchkey.process.guard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What changed from one version of a diagram to another. */
final class DiagramChanges {
  private static final String FLOW = "sequenceFlow";
  private final Map<String, DrawnElement> before;
  private final Map<String, DrawnElement> after;

  DiagramChanges(XmlElement before, XmlElement after) {
    this.before = elements(before);
    this.after = elements(after);
  }

  private static Map<String, DrawnElement> elements(XmlElement root) {
    Map<String, DrawnElement> elements = new LinkedHashMap<>();
    root.all()
        .filter(DrawnElement::isDrawn)
        .forEach(e -> elements.putIfAbsent(e.id(), new DrawnElement(e, elements)));
    return elements;
  }

  /** In the order of the later version; what was removed comes last. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    after.forEach(
        (id, now) -> {
          DrawnElement then = before.get(id);
          if (then == null) {
            tell(now, "added", before, sentences);
          } else {
            compare(then, now, sentences);
          }
        });
    before.forEach(
        (id, then) -> {
          if (!after.containsKey(id)) {
            tell(then, "removed", after, sentences);
          }
        });
    return sentences;
  }

  /** A flow that came or went together with one of its ends needs no word of its own. */
  private static void tell(
      DrawnElement element, String what, Map<String, DrawnElement> other, List<String> sentences) {
    boolean implied =
        element.is(FLOW)
            && !(other.containsKey(element.attribute("sourceRef"))
                && other.containsKey(element.attribute("targetRef")));
    if (!implied) {
      String time = element.facts().get(DrawnElement.TIME);
      sentences.add(element.named() + " " + what + (time == null ? "" : " (" + time + ")"));
    }
  }

  private static void compare(DrawnElement then, DrawnElement now, List<String> sentences) {
    if (!then.kind().equals(now.kind())) {
      sentences.add(then.named() + " turned into: " + now.kind());
    }
    if (!then.text().equals(now.text())) {
      sentences.add(
          now.text().isEmpty()
              ? then.named() + " lost its label"
              : then.named() + " renamed to " + Changes.quoted(now.text()));
    }
    compareFlow(then, now, sentences);
    Map<String, String> old = then.facts();
    Map<String, String> young = now.facts();
    Set<String> all = new LinkedHashSet<>(young.keySet());
    all.addAll(old.keySet());
    for (String fact : all) {
      if (!Objects.equals(old.get(fact), young.get(fact))) {
        String what = fact.equals(DrawnElement.TIME) ? now.named() : now.named() + ": " + fact;
        sentences.add(Changes.changed(what, old.get(fact), young.get(fact)));
      }
    }
  }

  private static void compareFlow(DrawnElement then, DrawnElement now, List<String> sentences) {
    if (!now.is(FLOW)) {
      return;
    }
    end("targetRef", " leads to ", then, now, sentences);
    end("sourceRef", " comes from ", then, now, sentences);
  }

  private static void end(
      String end, String verb, DrawnElement then, DrawnElement now, List<String> sentences) {
    String before = then.attribute(end);
    String after = now.attribute(end);
    if (!before.equals(after)) {
      sentences.add(
          then.named()
              + verb
              + Changes.quoted(now.labelOf(after))
              + " instead of "
              + Changes.quoted(then.labelOf(before)));
    }
  }
}
