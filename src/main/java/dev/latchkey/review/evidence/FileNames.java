package dev.latchkey.review.evidence;

import java.text.Normalizer;

/** Names of files as they come from strangers' devices. */
final class FileNames {
  private static final int LONGEST = 80;
  private static final String NAMELESS = "file";

  private FileNames() {}

  /**
   * The name without folders and without characters that cannot be seen or that turn the direction
   * of writing; at most 80 characters, never empty. It is for people to read and opens nothing.
   *
   * @param given may be null
   */
  static String safe(String given) {
    String name = given == null ? "" : given.substring(lastSlash(given) + 1);
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFC)
            .replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]", "")
            .replaceAll("\\p{Z}+", " ")
            .replaceFirst("^[. ]+", "")
            .strip();
    return plain.isEmpty() ? NAMELESS : shortened(plain);
  }

  /** The name with the ending of what the file has become. */
  static String withExtension(String name, FileKind kind) {
    String bare = name.replaceFirst("(?i)\\.(jpe?g|png|pdf)$", "");
    return bare + "." + kind.extension();
  }

  private static int lastSlash(String name) {
    return Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
  }

  private static String shortened(String name) {
    if (name.length() <= LONGEST) {
      return name;
    }
    int end = Character.isHighSurrogate(name.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return name.substring(0, end).strip();
  }
}
