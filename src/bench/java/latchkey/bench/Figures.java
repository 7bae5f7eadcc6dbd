package latchkey.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * One row of the table. Null is what cannot be told there.
 *
 * @param what the application and how it was set up
 * @param store PostgreSQL or H2
 * @param atOnce recoveries at a time
 * @param recoveries how many were measured
 * @param perSecond recoveries a second
 * @param serverMillis CPU milliseconds per recovery, of the application
 * @param compilerMillis what of them the JVM took to compile
 * @param databaseMillis the same of the database server
 * @param statements SQL statements per recovery
 * @param commits transactions per recovery
 * @param bytes growth of the database per recovery
 * @param residentMib memory that the application holds after it
 * @param startSeconds from the start of the process until it was ready
 * @param requests how long each kind of request took, in milliseconds
 * @param dearest what took most of the database's time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Figures(
    String what,
    String store,
    int atOnce,
    int recoveries,
    double perSecond,
    double serverMillis,
    double compilerMillis,
    double databaseMillis,
    Double statements,
    Double commits,
    double bytes,
    long residentMib,
    double startSeconds,
    Map<String, Latencies.Summary> requests,
    List<String> dearest) {

  /** CPU milliseconds per recovery of both. */
  double cpuMillis() {
    return serverMillis + databaseMillis;
  }
}
