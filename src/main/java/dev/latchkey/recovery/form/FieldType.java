package dev.latchkey.recovery.form;

import java.util.Arrays;
import java.util.Optional;

/** The parts that a form of an own step can have. */
public enum FieldType {
  TEXT_LINE("textfield"),
  TEXT_LINES("textarea"),
  NUMBER("number"),
  BOX("checkbox"),
  RADIO("radio"),
  LIST("select"),
  DATE("datetime"),
  /** Says something and asks nothing. */
  WORDS("text");

  private final String key;

  FieldType(String key) {
    this.key = key;
  }

  /** The name of this type in Camunda Forms. */
  public String key() {
    return key;
  }

  /** The type of this name in Camunda Forms, or empty. */
  public static Optional<FieldType> ofKey(String key) {
    return Arrays.stream(values()).filter(type -> type.key.equals(key)).findFirst();
  }

  /** Whether one of several choices is taken. */
  public boolean hasChoices() {
    return this == RADIO || this == LIST;
  }

  /** Whether something is typed that has a length. */
  public boolean isText() {
    return this == TEXT_LINE || this == TEXT_LINES;
  }
}
