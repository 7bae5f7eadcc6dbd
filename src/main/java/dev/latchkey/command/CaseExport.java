package dev.latchkey.command;

import dev.latchkey.audit.AuditTrail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;

/** Writes all that is known of a case into a file that only its owner can read. */
class CaseExport {
  private static final Pattern ID = Pattern.compile("[0-9a-f-]{8,36}");
  private final AuditTrail trail;
  private final CaseText text;
  private final Path folder;

  CaseExport(AuditTrail trail, CaseText text, @Value("${latchkey.data-folder}") Path dataFolder) {
    this.trail = trail;
    this.text = text;
    this.folder = dataFolder.resolve("cases");
  }

  /**
   * Writes the file, over an earlier one of the same name.
   *
   * @param named id of the case or its beginning, eight letters at least
   * @param place where to write; empty for a name of its own in the data folder
   * @return the file; empty if there is not exactly one such case
   * @throws UncheckedIOException if it cannot be written
   */
  Optional<Path> write(String named, String place) {
    List<String> cases = ID.matcher(named).matches() ? trail.cases(named) : List.of();
    if (cases.size() != 1) {
      return Optional.empty();
    }
    Path file = place.isEmpty() ? folder.resolve(cases.get(0) + ".txt") : Path.of(place);
    write(file.toAbsolutePath(), text.of(cases.get(0)));
    return Optional.of(file);
  }

  private static void write(Path file, String content) {
    try {
      Files.createDirectories(file.getParent());
      Path draft = Files.createTempFile(file.getParent(), "case", null);
      Files.writeString(draft, content);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException impossible) {
      throw new UncheckedIOException(
          new IOException("Cannot write " + file + ": " + impossible.getMessage()));
    }
  }
}
