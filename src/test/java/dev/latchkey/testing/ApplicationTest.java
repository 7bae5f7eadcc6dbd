package dev.latchkey.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application as it starts for the first time: a free port on 127.0.0.1, an empty
 * database in memory, an empty data folder, the job executor running. Tests with the same
 * configuration share one start, so each makes its own cases and leaves the engine's clock as it
 * found it.
 *
 * <p>Links in messages begin with {@link #BASE_URL}, not with the address under test.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = ApplicationTest.FreshInstallation.class)
public abstract class ApplicationTest {
  /** The configured base URL. */
  public static final String BASE_URL = "http://latchkey.test";

  @LocalServerPort private int port;
  @Autowired private ProcessEngine engine;

  /**
   * The engine's web interfaces find the engine by its name in a register of the whole JVM, where
   * the application that started last stands.
   */
  @BeforeEach
  final void webInterfacesUseTheEngineUnderTest() {
    ProcessEngines.registerProcessEngine(engine);
  }

  /** Address of the application under test with this path, which begins with a slash. */
  protected final String at(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  /** Free port of the application under test. */
  protected final int port() {
    return port;
  }

  /** Gives each application started its own database and data folder. */
  @Order(0)
  static final class FreshInstallation
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      TestPropertyValues.of(
              "latchkey.data-folder=" + temporaryFolder(),
              "latchkey.base-url=" + BASE_URL,
              "latchkey.status.refresh=PT0S",
              "spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1")
          .applyTo(context);
    }

    private static Path temporaryFolder() {
      try {
        Path folder = Files.createTempDirectory("latchkey-test");
        folder.toFile().deleteOnExit();
        return folder;
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
  }
}
