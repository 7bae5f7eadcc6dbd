package dev.latchkey.recovery.form;

import java.util.Map;
import java.util.Optional;

/**
 * The forms of own steps, which lie where the diagrams lie, and the language of their conditions.
 */
public interface StepForms {

  /**
   * The form with this id, or empty if it is gone.
   *
   * @param id as an own step names it
   */
  Optional<StepForm> find(String id);

  /**
   * Whether a condition is true. One that cannot be answered is not.
   *
   * @param condition FEEL
   * @param values of all fields by key; null where there is none
   */
  boolean holds(String condition, Map<String, Object> values);
}
