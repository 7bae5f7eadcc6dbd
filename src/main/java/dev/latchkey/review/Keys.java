package dev.latchkey.review;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Lists of keys as forms and columns hold them: with commas between. */
final class Keys {
  private Keys() {}

  /** The keys without spaces around; none for null and for a blank text. */
  static List<String> of(String keys) {
    return keys == null || keys.isBlank()
        ? List.of()
        : Arrays.stream(keys.split(",", -1)).map(String::strip).toList();
  }

  static String text(Collection<ReviewQuestion> questions) {
    return String.join(",", questions.stream().map(ReviewQuestion::key).toList());
  }
}
