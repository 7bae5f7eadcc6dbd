package dev.latchkey.security;

import dev.latchkey.Misconfigured;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Before anything else: makes the data folder, readable by its owner alone, checks the base URL,
 * and lets cookies travel over TLS only where the base URL says https.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
class InstallationSettings
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  static final String BASE_URL = "latchkey.base-url";
  private static final String DRIVER = "spring.datasource.hikari.data-source-properties.";

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    ConfigurableEnvironment environment = context.getEnvironment();
    makeOwnersFolder(Path.of(environment.getRequiredProperty("latchkey.data-folder")));
    String secure = String.valueOf(checked(environment.getProperty(BASE_URL)).isSecure());
    String database = environment.getProperty("spring.datasource.url", "");
    Map<String, Object> defaults = new HashMap<>();
    defaults.put("latchkey.demo.enabled", String.valueOf(database.startsWith("jdbc:h2:")));
    defaults.put("server.servlet.session.cookie.secure", secure);
    defaults.put("camunda.bpm.webapp.csrf.enable-secure-cookie", secure);
    defaults.put("camunda.bpm.webapp.session-cookie.enable-secure-cookie", secure);
    if (database.startsWith("jdbc:postgresql:")) {
      // The engine writes many rows of one table at once; H2 knows no such setting and would refuse
      defaults.put(DRIVER + "reWriteBatchedInserts", "true");
      // A server that vanished without a word is given up some time; nodes that start wait for each
      // other up to five minutes in one statement
      defaults.put(DRIVER + "tcpKeepAlive", "true");
      defaults.put(DRIVER + "socketTimeout", "600");
    }
    environment.getPropertySources().addLast(new MapPropertySource("latchkey-defaults", defaults));
  }

  private static BaseUrl checked(String value) {
    try {
      return new BaseUrl(URI.create(value == null ? "" : value));
    } catch (IllegalArgumentException wrong) {
      throw new Misconfigured(
          BASE_URL + " is no address of a site: '" + value + "'",
          "Set it to scheme, host and port alone, such as https://recovery.example.com");
    }
  }

  private static void makeOwnersFolder(Path folder) {
    try {
      if (Files.isDirectory(folder)) {
        return;
      }
      Files.createDirectories(folder);
      if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
    } catch (IOException impossible) {
      throw new Misconfigured(
          "The data folder cannot be made: " + folder.toAbsolutePath(),
          "Let the user who starts Latchkey write there, or set latchkey.data-folder");
    }
  }
}
