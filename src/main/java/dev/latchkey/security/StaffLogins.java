package dev.latchkey.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * First passwords of staff. The engine keeps hashes alone, so they are also written to a file that
 * only the owner of the installation can read, to be handed out and deleted.
 */
@Component
class StaffLogins {
  // No vowels: no words; 100 random bits
  private static final String LETTERS = "23456789bcdfghjkmnpqrstvwxyz0123";
  private static final int LENGTH = 20;
  private static final int GROUP = 5;
  private static final String NAME = "staff-logins.txt";

  private final SecureRandom random = new SecureRandom();
  private final Path file;
  private Map<String, String> fresh = Map.of();

  StaffLogins(@Value("${latchkey.data-folder}") Path dataFolder) {
    this.file = dataFolder.resolve(NAME);
  }

  /** Makes a password for each login and writes them down before anyone gets one. */
  Map<String, String> make(Iterable<String> ids) {
    Map<String, String> made = new LinkedHashMap<>();
    ids.forEach(id -> made.put(id, password()));
    write(made);
    fresh = made;
    return made;
  }

  /** Logins with their passwords if they were made by this start, else empty. */
  Map<String, String> fresh() {
    return Map.copyOf(fresh);
  }

  /** Where first passwords are written; the file may be gone. */
  Path file() {
    return file;
  }

  private String password() {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      password.append(i > 0 && i % GROUP == 0 ? "-" : "");
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }

  private void write(Map<String, String> logins) {
    String lines =
        logins.entrySet().stream()
            .map(login -> login.getKey() + " " + login.getValue() + "\n")
            .collect(Collectors.joining());
    try {
      Path folder = file.toAbsolutePath().getParent();
      Path draft = Files.createTempFile(folder, NAME, null, ownerOnly());
      Files.writeString(draft, lines);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException impossible) {
      throw new UncheckedIOException("Cannot write " + file, impossible);
    }
  }

  private FileAttribute<?>[] ownerOnly() {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
