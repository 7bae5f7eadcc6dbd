package dev.latchkey.process.guard;

/**
 * A sequence flow.
 *
 * @param condition its expression, or empty
 * @param read what is in it
 */
record Flow(XmlElement element, Node source, Node target, String condition, Expressions.Read read) {

  /** Whether it is taken where no condition holds. */
  boolean isDefault() {
    return element.id().equals(source.element().attribute("default"));
  }

  String label() {
    return element.label();
  }
}
