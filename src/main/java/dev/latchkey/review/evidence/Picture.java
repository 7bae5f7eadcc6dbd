package dev.latchkey.review.evidence;

/**
 * A picture that was drawn here, point by point, with nothing else in it.
 *
 * @param mediaType image/jpeg or image/png
 */
@SuppressWarnings("ArrayRecordComponent") // carried from one place to the next, never compared
public record Picture(String mediaType, byte[] content) {
  static final String JPEG = "image/jpeg";
  static final String PNG = "image/png";

  /** Largest one that is kept; what the embedded database takes in one value is a little more. */
  static final int LARGEST = 1_000_000;

  @Override
  public String toString() {
    return "Picture[" + mediaType + "]";
  }
}
