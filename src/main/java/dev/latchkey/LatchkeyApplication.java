package dev.latchkey;

import dev.latchkey.command.AuditCommand;
import dev.latchkey.command.RetentionCommand;
import dev.latchkey.process.CheckProcesses;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the whole system: pages, REST interface, process engine and its web applications. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class LatchkeyApplication {

  /**
   * Entry point; command-line arguments are Spring Boot's. With {@code --latchkey.audit} the audit
   * log is asked, with {@code --latchkey.retention} old data are removed before the night, with
   * {@code --check-processes} the diagrams of a folder are checked, and nothing is started.
   */
  public static void main(String[] args) {
    if (AuditCommand.asked(args)) {
      System.exit(AuditCommand.run(args));
    }
    if (RetentionCommand.asked(args)) {
      System.exit(RetentionCommand.run(args));
    }
    if (CheckProcesses.wanted(args)) {
      System.exit(new CheckProcesses(System.out).run(args));
    }
    SpringApplication.run(LatchkeyApplication.class, args);
  }
}
