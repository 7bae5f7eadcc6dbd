package dev.latchkey.command;

import dev.latchkey.retention.RetentionTurn;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * {@code --latchkey.retention=now}: an operator does not want to wait for the night. The nodes that
 * run begin within seconds to remove what is past its time; with none, the next one to start does.
 */
public final class RetentionCommand {
  private static final Logger LOG = LoggerFactory.getLogger(RetentionCommand.class);
  private static final String OPTION = "--latchkey.retention=";
  private static final int DONE = 0;
  private static final int IMPOSSIBLE = 2;

  private RetentionCommand() {}

  /** Whether these arguments of the application ask for this instead of a start. */
  public static boolean asked(String... arguments) {
    return Arrays.stream(arguments).anyMatch(argument -> argument.startsWith(OPTION));
  }

  /**
   * Asks for it.
   *
   * @return exit status: 0, or 2 if it could not be done
   */
  public static int run(String... arguments) {
    if (!Arrays.asList(arguments).contains(OPTION + "now")) {
      LOG.error("--latchkey.retention can only be now");
      return IMPOSSIBLE;
    }
    SpringApplication application = new SpringApplication(AuditReading.class, RetentionTurn.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setLazyInitialization(true);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    try (ConfigurableApplicationContext reading = application.run(arguments)) {
      reading.getBean(RetentionTurn.class).beDueNow();
      LOG.info("Running nodes begin within seconds; without one, the next start does");
      return DONE;
    } catch (DataAccessException | TransactionException | BeanCreationException unreadable) {
      LOG.error(
          "The database cannot be used: {}. The embedded one belongs to the application that runs:"
              + " stop it first",
          unreadable.getMessage());
      return IMPOSSIBLE;
    }
  }
}
