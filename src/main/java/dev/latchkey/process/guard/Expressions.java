package dev.latchkey.process.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.AstProperty;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.FunctionNode;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.Tree;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * Reads expressions with the engine's own parser, so that nothing can be written that looks
 * harmless here and is something else there.
 */
final class Expressions {
  private static final Pattern BEAN = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");
  private static final String BUSINESS_KEY = "[$#]\\{\\s*execution\\.processBusinessKey\\s*}";

  private Expressions() {}

  /**
   * @param problem what is refused about it, or empty
   * @param variables names that it reads
   */
  record Read(String problem, List<String> variables, Tree tree) {}

  static boolean isExpression(String text) {
    return text.contains("${") || text.contains("#{");
  }

  /** The name if this is an expression that names a bean and nothing else. */
  static Optional<String> bean(String text) {
    Matcher matcher = BEAN.matcher(text.strip());
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Looks into an expression; the tree is null if it cannot be read. */
  static Read read(String text) {
    if (text.isBlank() || text.strip().matches(BUSINESS_KEY)) {
      return new Read("", List.of(), null);
    }
    Tree tree;
    try {
      tree = new Builder(Builder.Feature.METHOD_INVOCATIONS).build(text.strip());
    } catch (TreeBuilderException unreadable) {
      return new Read("it cannot be read: " + unreadable.getMessage(), List.of(), null);
    }
    List<String> variables = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (FunctionNode function : tree.getFunctionNodes()) {
      problems.add("it calls the function " + function.getName());
    }
    look(tree.getRoot(), variables, problems);
    return new Read(problems.isEmpty() ? "" : problems.get(0), variables, tree);
  }

  private static void look(Node node, List<String> variables, List<String> problems) {
    if (node instanceof AstMethod || node instanceof AstProperty) {
      problems.add("it reaches into an object (" + ((AstNode) node).getStructuralId(null) + ")");
    } else if (node instanceof AstIdentifier name) {
      variables.add(name.getName());
    }
    for (int i = 0; i < node.getCardinality(); i++) {
      look(node.getChild(i), variables, problems);
    }
  }
}
