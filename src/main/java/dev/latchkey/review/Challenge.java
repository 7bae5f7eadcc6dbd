package dev.latchkey.review;

import java.util.Optional;

/**
 * What a reviewer has the person show before they decide.
 *
 * @param ordinal place of the address in the account's list, from 1; 0 for a code to read out
 */
public record Challenge(Kind kind, int ordinal) {
  private static final String ADDRESS = "address:";

  /** What is to be shown. */
  public enum Kind {
    /** That the person reads what is sent to an address that the account had before. */
    OLDER_ADDRESS("older-address"),
    /** That the person on the phone is the one at the page. */
    READ_OUT("read-out");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    /** The value in text keys and in the database. */
    public String key() {
      return key;
    }

    static Kind ofKey(String key) {
      return key == null ? null : key.equals(READ_OUT.key) ? READ_OUT : OLDER_ADDRESS;
    }
  }

  /**
   * The challenge that a form names: {@code read-out} or {@code address:<n>}; empty if it is none
   * of them.
   */
  static Optional<Challenge> of(String typed) {
    if (Kind.READ_OUT.key().equals(typed)) {
      return Optional.of(new Challenge(Kind.READ_OUT, 0));
    }
    return typed != null && typed.matches(ADDRESS + "[1-9]\\d{0,2}")
        ? Optional.of(
            new Challenge(Kind.OLDER_ADDRESS, Integer.parseInt(typed.substring(ADDRESS.length()))))
        : Optional.empty();
  }
}
