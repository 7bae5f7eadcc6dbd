package dev.latchkey.secret;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes the server key from configuration, or makes one at first start in the data folder. */
@Configuration
class ServerKeyConfiguration {

  @Bean
  ServerKey serverKey(
      @Value("${latchkey.server-key:}") String configured,
      @Value("${latchkey.data-folder}") Path dataFolder)
      throws IOException {
    String encoded =
        configured.isBlank() ? readOrMake(dataFolder.resolve("server.key")) : configured;
    return new ServerKey(decode(encoded.strip()));
  }

  private static byte[] decode(String encoded) {
    try {
      return Base64.getDecoder().decode(encoded);
    } catch (IllegalArgumentException notBase64) {
      throw new IllegalStateException(
          "latchkey.server-key must be at least 32 random bytes in Base64", notBase64);
    }
  }

  private static String readOrMake(Path file) throws IOException {
    if (!Files.exists(file)) {
      make(file);
    }
    return Files.readString(file);
  }

  private static void make(Path file) throws IOException {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    Files.createDirectories(file.toAbsolutePath().getParent());
    try {
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } else {
        Files.createFile(file);
      }
      Files.writeString(file, Base64.getEncoder().encodeToString(bytes), StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException madeByAnotherNode) {
      return;
    }
  }
}
