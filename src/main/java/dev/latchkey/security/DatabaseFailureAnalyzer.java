package dev.latchkey.security;

import java.sql.SQLTransientConnectionException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says which database cannot be reached, and why, without user and password. */
class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLTransientConnectionException> {
  private static final String URL = "spring.datasource.url";
  private final Environment environment;

  DatabaseFailureAnalyzer(Environment environment) {
    this.environment = environment;
  }

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, SQLTransientConnectionException cause) {
    String url = environment.getProperty(URL, "");
    return new FailureAnalysis(
        "The database cannot be used: "
            + shown(url)
            + "\n"
            + reason(cause).replace(url, shown(url)),
        remedy(url),
        cause);
  }

  /** What the driver said; the pool above it only says that it waited. */
  private static String reason(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    Throwable first = failure.getCause() == null ? failure : failure.getCause();
    return first.equals(deepest)
        ? first.getMessage()
        : first.getMessage() + "\n" + deepest.getMessage();
  }

  /** Without parameters, among which there may be a password. */
  private static String shown(String url) {
    return url.replaceFirst("[;?].*$", "").replaceFirst("//[^/]*@", "//");
  }

  private static String remedy(String url) {
    return url.startsWith("jdbc:h2:")
        ? "Stop the other Latchkey that uses this folder, or set latchkey.data-folder to another"
            + " one; the database knows the user and password that it was made with"
        : "See that it runs and can be reached from here, and check "
            + URL
            + ", spring.datasource.username and spring.datasource.password";
  }
}
