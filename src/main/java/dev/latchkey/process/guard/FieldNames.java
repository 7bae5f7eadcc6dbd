package dev.latchkey.process.guard;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that a field of an own step may give to a process variable. */
final class FieldNames {
  static final String REMEDY =
      "Begin with a small letter, then letters, digits and _, at most 50, like petName";
  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9_]{0,49}");

  /** Words of expressions and of FEEL, and names that the engine resolves itself. */
  private static final Set<String> KEPT =
      Set.of(
          "and",
          "or",
          "not",
          "true",
          "false",
          "null",
          "empty",
          "div",
          "mod",
          "eq",
          "ne",
          "lt",
          "gt",
          "le",
          "ge",
          "instanceof",
          "instance",
          "of",
          "if",
          "then",
          "else",
          "for",
          "in",
          "return",
          "some",
          "every",
          "satisfies",
          "between",
          "function",
          "date",
          "time",
          "duration",
          "item",
          "is",
          "contains",
          "execution",
          "task",
          "scope",
          "caseExecution",
          "authenticatedUserId",
          "logger",
          "undefined",
          "step",
          "cellInput",
          "this",
          "parent",
          "data");

  private FieldNames() {}

  /** Why a field cannot have this key, or empty. */
  static Optional<String> problemOf(String key) {
    if (!NAME.matcher(key).matches()) {
      return Optional.of("the key '" + key + "' is no name of a variable");
    }
    boolean ofTheProgram = key.endsWith("Delegate") || key.endsWith("Listener");
    return KEPT.contains(key) || ofTheProgram
        ? Optional.of("the key " + key + " has another meaning in expressions")
        : Optional.empty();
  }
}
