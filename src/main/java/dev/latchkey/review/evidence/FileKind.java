package dev.latchkey.review.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What evidence may be, told by how the content begins, never by its name or what a client says.
 */
public enum FileKind {
  JPEG("jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}),
  PNG("png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}),
  PDF("pdf", "%PDF-".getBytes(StandardCharsets.US_ASCII));

  private final String extension;
  private final byte[] beginning;

  FileKind(String extension, byte[] beginning) {
    this.extension = extension;
    this.beginning = beginning.clone();
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
    return content.length >= beginning.length
        && Arrays.equals(beginning, 0, beginning.length, content, 0, beginning.length);
  }
}
