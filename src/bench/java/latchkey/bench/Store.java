package latchkey.bench;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An empty database of its own for one application. */
interface Store extends AutoCloseable {
  /** As it is called in the table. */
  String name();

  /** What an application needs to use it. */
  Map<String, String> settings();

  /** For filling it; may not work while an application uses it. */
  JdbcClient jdbc();

  /** CPU milliseconds so far, of a server of its own; 0 if it runs inside the application. */
  long cpuMillis();

  /** Bytes that it takes up now. */
  long bytes();

  /** SQL statements so far, BEGIN and COMMIT not counted; null where nobody counts. */
  Long statements();

  /** Transactions committed so far; null where nobody counts. */
  Long commits();

  /** Tidies up and looks at what the tables hold, as the database does by itself in time. */
  void settle();

  /** Counts statements from zero on. */
  void forgetStatements();

  /**
   * The statements that took most of the database's time, dearest first: milliseconds for each of
   * so many recoveries, calls for each, and the statement. Null where nobody counts.
   */
  List<String> dearest(int recoveries);

  @Override
  void close();
}
