package dev.latchkey.recovery;

import dev.latchkey.recovery.form.LocalText;

/**
 * A step that an analyst drew: a form that the person fills in.
 *
 * @param taskId of the task that waits for it; opens nothing
 * @param formId of its form ({@link dev.latchkey.recovery.form.StepForms})
 * @param title what the person does
 */
public record OwnStep(String taskId, String formId, LocalText title) {
  /** The key of all of them, as pages and programs know steps. */
  public static final String KEY = "own-step";
}
