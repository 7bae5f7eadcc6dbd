package dev.latchkey.recovery.form;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an own step asks, in order. Made of what is supported alone, whatever the file held. */
public record StepForm(List<FormPart> parts) {

  public StepForm {
    parts = List.copyOf(parts);
  }

  /** The parts that ask for something. */
  public Stream<FormPart> fields() {
    return parts.stream().filter(FormPart::asks);
  }

  /** The field of this key, or empty. */
  public Optional<FormPart> field(String key) {
    return fields().filter(field -> field.key().equals(key)).findFirst();
  }
}
