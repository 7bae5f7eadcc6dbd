package dev.latchkey.recovery.form;

import java.util.List;

/**
 * A field of a form, or words in it.
 *
 * @param key name of the process variable; empty for words
 * @param label what is asked, or the words themselves
 * @param hint more about it; may be empty
 * @param choices answers to choose from; empty where there are none
 * @param hideIf FEEL condition on other fields under which it is not asked, or null
 * @param initial what stands in the field at first; may be empty
 */
public record FormPart(
    FieldType type,
    String key,
    LocalText label,
    LocalText hint,
    Limits limits,
    List<Choice> choices,
    String hideIf,
    String initial) {

  public FormPart {
    choices = List.copyOf(choices);
  }

  /** Whether it asks for something. */
  public boolean asks() {
    return type != FieldType.WORDS;
  }
}
