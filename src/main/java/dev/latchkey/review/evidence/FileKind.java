package dev.latchkey.review.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What evidence may be, told by how the content begins, never by its name or what a client says.
 */
public enum FileKind {
  JPEG("jpg", "\u00FF\u00D8\u00FF"),
  PNG("png", "\u0089PNG\r\n\u001A\n"),
  PDF("pdf", "%PDF-");

  private final String extension;
  private final String beginning;

  FileKind(String extension, String beginning) {
    this.extension = extension;
    this.beginning = beginning;
  }

  /** The value in the database and in the REST interface. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** End of a file's name, without the dot. */
  public String extension() {
    return extension;
  }

  /** The kind of this content, or empty if it is none that is taken. */
  public static Optional<FileKind> of(byte[] content) {
    return Arrays.stream(values()).filter(kind -> kind.begins(content)).findFirst();
  }

  private boolean begins(byte[] content) {
    int length = Math.min(content.length, beginning.length());
    return new String(content, 0, length, StandardCharsets.ISO_8859_1).equals(beginning);
  }
}
