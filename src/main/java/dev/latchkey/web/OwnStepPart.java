package dev.latchkey.web;

import dev.latchkey.recovery.form.FieldType;
import dev.latchkey.recovery.form.LocalText.Said;
import java.util.List;

/**
 * A step of an analyst's own as its page shows it.
 *
 * @param lines fields and words, in order
 * @param data what the script needs to show the form by the official library: JSON
 */
record OwnStepPart(List<Line> lines, String data) {

  /**
   * A field, or words.
   *
   * @param name of the input
   * @param label what is asked, or the words
   * @param hint more about it; may be empty
   * @param value what stands in the field
   * @param problem why it cannot be used, or null
   */
  record Line(
      FieldType type,
      String name,
      Said label,
      Said hint,
      boolean required,
      int longest,
      List<Option> options,
      String value,
      String problem) {

    /** Ids of what describes the input, or null. */
    public String described() {
      String ids = (problem == null ? "" : name + "-problem ") + (hasHint() ? name + "-hint" : "");
      return ids.isEmpty() ? null : ids.strip();
    }

    public boolean hasHint() {
      return !hint.text().isEmpty();
    }

    /** Whether a box is ticked. */
    public boolean ticked() {
      return value.equals("true");
    }
  }

  /** One of several answers. */
  record Option(String value, Said label) {}
}
