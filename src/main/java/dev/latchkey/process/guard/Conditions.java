package dev.latchkey.process.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.Tree;

/**
 * What is known of variables when a condition held or did not. A condition that is not understood
 * may be true and tells nothing, which can make the guard refuse too much, never too little.
 */
final class Conditions {
  private Conditions() {}

  record Comparison(String variable, String word) {}

  /**
   * Returns what is known after the condition of a flow was found true (or false), or empty if it
   * cannot be.
   */
  static Optional<Map<String, Value>> assume(Map<String, Value> known, Flow flow, boolean truth) {
    Tree tree = flow.read().tree();
    return tree == null ? Optional.of(known) : assume(known, tree.getRoot(), truth);
  }

  private static Optional<Map<String, Value>> assume(
      Map<String, Value> known, Node node, boolean truth) {
    if (node instanceof AstEval || node instanceof AstNested) {
      return assume(known, node.getChild(0), truth);
    } else if (node instanceof AstIdentifier name) {
      return compare(known, name.getName(), "true", truth);
    } else if (node instanceof AstBoolean literal) {
      return literal.eval(null, null).equals(truth) ? Optional.of(known) : Optional.empty();
    } else if (node instanceof AstUnary unary && unary.getOperator() == AstUnary.NOT) {
      return assume(known, unary.getChild(0), !truth);
    } else if (node instanceof AstBinary binary) {
      return assumeBinary(known, binary, truth);
    }
    return Optional.of(known);
  }

  private static Optional<Map<String, Value>> assumeBinary(
      Map<String, Value> known, AstBinary binary, boolean truth) {
    Node left = binary.getChild(0);
    Node right = binary.getChild(1);
    AstBinary.Operator operator = binary.getOperator();
    if (operator == (truth ? AstBinary.AND : AstBinary.OR)) {
      return assume(known, left, truth).flatMap(after -> assume(after, right, truth));
    }
    if (operator == AstBinary.AND || operator == AstBinary.OR) {
      Optional<Map<String, Value>> first = assume(known, left, truth);
      Optional<Map<String, Value>> second = assume(known, right, truth);
      return first.isEmpty() ? second : second.isEmpty() ? first : Optional.of(known);
    }
    if (operator == AstBinary.EQ || operator == AstBinary.NE) {
      boolean equal = truth == (operator == AstBinary.EQ);
      return comparison(left, right)
          .map(compared -> compare(known, compared.variable(), compared.word(), equal))
          .orElse(Optional.of(known));
    }
    return Optional.of(known);
  }

  private static Optional<Map<String, Value>> compare(
      Map<String, Value> known, String variable, String word, boolean equal) {
    Value before = known.get(variable);
    if (before == null) {
      return Optional.of(known);
    }
    Optional<Value> after = equal ? before.only(word) : before.without(word);
    return after.map(
        value -> {
          Map<String, Value> changed = new TreeMap<>(known);
          changed.put(variable, value);
          return changed;
        });
  }

  private static Optional<Comparison> comparison(Node left, Node right) {
    if (left instanceof AstIdentifier name) {
      return word(right).map(word -> new Comparison(name.getName(), word));
    }
    return right instanceof AstIdentifier ? comparison(right, left) : Optional.<Comparison>empty();
  }

  private static Optional<String> word(Node node) {
    if (node instanceof AstString text) {
      return Optional.of((String) text.eval(null, null));
    }
    return node instanceof AstBoolean literal
        ? Optional.of(literal.eval(null, null).toString())
        : Optional.empty();
  }

  /** Each comparison of a variable with a text in it; none for null. */
  static List<Comparison> comparisons(Tree tree) {
    List<Comparison> found = new ArrayList<>();
    if (tree != null) {
      look(tree.getRoot(), found);
    }
    return found;
  }

  private static void look(Node node, List<Comparison> found) {
    if (node instanceof AstBinary binary
        && (binary.getOperator() == AstBinary.EQ || binary.getOperator() == AstBinary.NE)
        && (binary.getChild(0) instanceof AstString || binary.getChild(1) instanceof AstString)) {
      comparison(binary.getChild(0), binary.getChild(1)).ifPresent(found::add);
    }
    for (int i = 0; i < node.getCardinality(); i++) {
      look(node.getChild(i), found);
    }
  }
}
