package dev.latchkey.operation;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.transaction.TransactionSystemException;

/**
 * Tells a database that is away, stopping or out of room from a statement that it refuses. The
 * first passes by itself, so what failed of it is tried again, and people are asked to wait.
 */
public final class DatabaseFault {
  /** Connection lost, server stops or is not ready, no resources; H2: disk, closed. */
  private static final Pattern PASSING =
      Pattern.compile("08.{3}|57P0[123]|53.{3}|90028|90031|90098|90121");

  private static final Pattern FULL =
      Pattern.compile("No space left|File too large|Disk quota|not enough space|disk full");
  private static final String DISK_FULL = "53100";
  private static final int DEEPEST = 20;

  private DatabaseFault() {}

  /** Whether it failed because the database cannot work at present. */
  public static boolean is(Throwable failure) {
    List<Throwable> causes = causes(failure);
    return causes.stream().anyMatch(DatabaseFault::passing)
        || (causes.stream().anyMatch(SQLException.class::isInstance)
            && causes.stream().anyMatch(IOException.class::isInstance));
  }

  /** Whether there was no room left to write. */
  public static boolean isFull(Throwable failure) {
    return is(failure)
        && causes(failure).stream()
            .anyMatch(
                cause ->
                    DISK_FULL.equals(state(cause))
                        || (cause.getMessage() != null && FULL.matcher(cause.getMessage()).find()));
  }

  /** Whether an embedded database closed itself, which its connections do not notice. */
  static boolean isClosed(Throwable failure) {
    return causes(failure).stream().anyMatch(cause -> "90098".equals(state(cause)));
  }

  /** What went wrong, in one line for operators; without statements, values and passwords. */
  static String told(Throwable failure) {
    if (isFull(failure)) {
      return "The disk of the database is full. Make room there; the rest comes by itself.";
    }
    return "The database cannot be used: " + deepest(failure).orElse("no reason was given");
  }

  private static Optional<String> deepest(Throwable failure) {
    return causes(failure).stream()
        .filter(cause -> cause instanceof SQLException || cause instanceof IOException)
        .map(Throwable::getMessage)
        .filter(message -> message != null)
        .map(message -> message.lines().findFirst().orElse(""))
        .reduce((first, second) -> second);
  }

  private static boolean passing(Throwable cause) {
    String state = state(cause);
    return cause instanceof DatabaseAway
        || cause instanceof SQLTransientConnectionException
        || (state != null && PASSING.matcher(state).matches());
  }

  private static String state(Throwable cause) {
    return cause instanceof SQLException sql ? sql.getSQLState() : null;
  }

  private static List<Throwable> causes(Throwable failure) {
    return Stream.concat(chain(failure), chain(failure).flatMap(cause -> chain(hiddenBy(cause))))
        .toList();
  }

  /**
   * What failed first. Where a connection broke in a transaction, its rollback fails as well, and
   * only that is thrown: of a connection that the pool has closed, which says nothing of why.
   */
  private static Throwable hiddenBy(Throwable cause) {
    return cause instanceof TransactionSystemException rollback
        ? rollback.getApplicationException()
        : null;
  }

  private static Stream<Throwable> chain(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(DEEPEST);
  }
}
