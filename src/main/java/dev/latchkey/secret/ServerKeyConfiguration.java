package dev.latchkey.secret;

import dev.latchkey.Misconfigured;
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
      @Value("${latchkey.data-folder}") Path dataFolder) {
    if (!configured.isBlank()) {
      return key("latchkey.server-key", configured, "Set it to the output of");
    }
    Path file = dataFolder.resolve("server.key");
    return key(file.toString(), readOrMake(file), "Put back a copy of the file, or make one by");
  }

  /** The cause is left out of the failure: it could tell parts of the key. */
  private static ServerKey key(String name, String encoded, String remedy) {
    try {
      return new ServerKey(Base64.getDecoder().decode(encoded.strip()));
    } catch (IllegalArgumentException notBase64OrTooShort) {
      throw new Misconfigured(
          "The server key cannot be used: "
              + name
              + " does not hold at least 32 random bytes in Base64",
          remedy + " openssl rand -base64 32. A new key invalidates what the old one protected");
    }
  }

  private static String readOrMake(Path file) {
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      return Files.readString(file);
    } catch (IOException impossible) {
      throw new Misconfigured(
          "The server key cannot be read from or written to " + file,
          "Let the user who starts Latchkey read and write there, or set latchkey.server-key");
    }
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
