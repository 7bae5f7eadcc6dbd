package dev.latchkey.recovery.form;

/**
 * A text that a regular expression may look at only so many times: a pattern that an analyst wrote
 * without care would else take hours over an answer that somebody wrote with care.
 */
final class BoundedText implements CharSequence {
  private static final int MOST_LOOKS = 200_000;

  private final CharSequence text;
  private final int[] looks;

  BoundedText(CharSequence text) {
    this(text, new int[1]);
  }

  private BoundedText(CharSequence text, int[] looks) {
    this.text = text;
    this.looks = looks;
  }

  /** Thrown instead of going on. */
  static final class TooManyLooks extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyLooks() {
      super(null, null, false, false);
    }
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (++looks[0] > MOST_LOOKS) {
      throw new TooManyLooks();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new BoundedText(text.subSequence(start, end), looks);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
