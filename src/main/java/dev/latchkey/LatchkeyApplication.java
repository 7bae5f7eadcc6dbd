package dev.latchkey;

import dev.latchkey.command.AuditCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the whole system: pages, REST interface, process engine and its web applications. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class LatchkeyApplication {

  /** Entry point; command-line arguments are Spring Boot's, or a question to the audit log. */
  public static void main(String[] args) {
    if (AuditCommand.asked(args)) {
      System.exit(AuditCommand.run(args));
    }
    SpringApplication.run(LatchkeyApplication.class, args);
  }
}
