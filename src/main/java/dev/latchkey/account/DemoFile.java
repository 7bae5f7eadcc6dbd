package dev.latchkey.account;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Keeps the demo accounts' clear secrets, readable by the owner only, for the next start. */
final class DemoFile {
  private static final JsonMapper JSON = new JsonMapper();
  private final Path file;

  DemoFile(Path dataFolder) {
    this.file = dataFolder.resolve("demo-accounts.json");
  }

  /** Empty if there is no file. */
  List<DemoAccount> read() {
    try {
      return Files.exists(file)
          ? JSON.readValue(Files.readString(file), new TypeReference<List<DemoAccount>>() {})
          : List.of();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  void write(List<DemoAccount> accounts) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.deleteIfExists(file);
      create();
      Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(accounts));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void create() throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
    }
  }
}
