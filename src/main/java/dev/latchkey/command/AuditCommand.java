package dev.latchkey.command;

import dev.latchkey.audit.AuditVerifier;
import dev.latchkey.audit.AuditVerifier.Verdict;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.transaction.TransactionException;

/**
 * What an operator asks of the audit log on the command line: {@code --latchkey.audit=verify}, or
 * {@code --latchkey.audit=export} with {@code --latchkey.case=} an id or its first eight letters.
 * Starts neither server nor process engine, and changes nothing in the database.
 */
public final class AuditCommand {
  private static final Logger LOG = LoggerFactory.getLogger(AuditCommand.class);
  private static final String OPTION = "--latchkey.audit=";
  private static final int DONE = 0;
  private static final int WRONG = 1;
  private static final int IMPOSSIBLE = 2;

  private AuditCommand() {}

  /** Whether these arguments of the application ask for this instead of a start. */
  public static boolean asked(String... arguments) {
    return Arrays.stream(arguments).anyMatch(argument -> argument.startsWith(OPTION));
  }

  /**
   * Does what is asked.
   *
   * @return exit status: 0 if all is well, 1 if the log is not whole or there is no such case, 2 if
   *     it could not be done
   */
  public static int run(String... arguments) {
    SpringApplication application = new SpringApplication(AuditReading.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setLazyInitialization(true);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    try (ConfigurableApplicationContext reading = application.run(arguments)) {
      return perform(reading);
    } catch (BadSqlGrammarException older) {
      LOG.error("The database is not of this version: start this version once, then try again");
    } catch (DataAccessException | TransactionException | BeanCreationException unreadable) {
      LOG.error("The audit log cannot be read: {}", deepest(unreadable));
    } catch (UncheckedIOException file) {
      LOG.error("{}", deepest(file));
    }
    return IMPOSSIBLE;
  }

  private static int perform(ConfigurableApplicationContext reading) {
    String asked = reading.getEnvironment().getRequiredProperty("latchkey.audit");
    return switch (asked) {
      case "verify" -> verify(reading.getBean(AuditVerifier.class).verify());
      case "export" -> export(reading);
      default -> {
        LOG.error("--latchkey.audit is verify or export, not '{}'", asked);
        yield IMPOSSIBLE;
      }
    };
  }

  private static int verify(Verdict found) {
    if (found.whole()) {
      LOG.info(
          "The audit log is whole: {} entries, {} more wait for their place. Last hash: {}",
          found.entries(),
          found.waiting(),
          found.lastHash());
      return DONE;
    }
    LOG.error(
        "The audit log was tampered with: {}. {} entries before that hold",
        found.fault(),
        found.entries());
    return WRONG;
  }

  private static int export(ConfigurableApplicationContext reading) {
    CaseExport export = reading.getBean(CaseExport.class);
    return export
        .write(
            reading.getEnvironment().getProperty("latchkey.case", ""),
            reading.getEnvironment().getProperty("latchkey.file", ""))
        .map(
            file -> {
              LOG.info("Written to {}", file);
              return DONE;
            })
        .orElseGet(
            () -> {
              LOG.error("--latchkey.case names no case, or more than one");
              return WRONG;
            });
  }

  private static String deepest(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return deepest.getMessage();
  }
}
