package dev.latchkey.process;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a person submitted, for the steps of the same command. Bound to the thread instead of being
 * a transient variable, because the engine serialises even those; so a code never comes near the
 * engine's tables.
 */
final class SubmittedValues {
  private static final ThreadLocal<Map<String, Object>> CURRENT = new ThreadLocal<>();

  private SubmittedValues() {}

  /** Runs an engine command during which the values can be read; nested commands hide them. */
  static <T> T during(Map<String, Object> values, Supplier<T> command) {
    Map<String, Object> before = CURRENT.get();
    CURRENT.set(values);
    try {
      return command.get();
    } finally {
      if (before == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    }
  }

  /**
   * The value of this name and type.
   *
   * @throws IllegalStateException if nothing was submitted: the diagram asks for a check where no
   *     answer came in, or behind a save point
   */
  static <T> T get(String name, Class<T> type) {
    return find(name, type)
        .orElseThrow(
            () ->
                new IllegalStateException("Nothing was submitted as '" + name + "' in this step"));
  }

  /** The same where nothing need be submitted. */
  static <T> Optional<T> find(String name, Class<T> type) {
    return Optional.ofNullable(CURRENT.get()).map(values -> values.get(name)).map(type::cast);
  }

  /** Names of all that was submitted; empty outside of such a command. */
  static Set<String> names() {
    return CURRENT.get() == null ? Set.of() : Set.copyOf(CURRENT.get().keySet());
  }
}
