package latchkey.bench;

import dev.latchkey.testing.SeededCases;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a recovery costs when more and more finished ones lie in the tables. */
final class FinishedCases {
  private static final int AT_ONCE = 4;
  private static final long POLL_NANOS = 200_000_000;
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration AGE = Duration.ofHours(2);

  /** Within the time that finished cases are kept, even a million of them. */
  private static final Duration APART = Duration.ofSeconds(2);

  private FinishedCases() {}

  static void measure(Report report, Postgres store, Recoveries recoveries) throws Exception {
    String finished = finishOne(store.jdbc());
    SeededCases cases = new SeededCases(store.source());
    int seeded = 0;
    for (int wanted : Options.finished()) {
      cases.copy(finished, wanted - seeded, AGE, APART);
      seeded = wanted;
      store.settle();
      String what = String.format(Locale.ROOT, "Latchkey, %,d finished", wanted);
      report.add(recoveries.measure(what, AT_ONCE));
    }
  }

  /** Lets the time pass in which the account holder of one restored account may object. */
  private static String finishOne(JdbcClient jdbc) {
    String id =
        jdbc.sql("select id from recovery_case where step = 'done' limit 1")
            .query(String.class)
            .single();
    jdbc.sql(
            """
            update act_ru_job set duedate_ = current_timestamp where type_ = 'timer'
            and process_instance_id_ in
              (select proc_inst_id_ from act_hi_procinst where business_key_ = ?)
            """)
        .param(id)
        .update();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (running(jdbc, id)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("The recovery did not end");
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
    return id;
  }

  private static boolean running(JdbcClient jdbc, String id) {
    return jdbc.sql(
                """
                select count(*) from act_hi_procinst where business_key_ = ? and end_time_ is null
                """)
            .param(id)
            .query(Integer.class)
            .single()
        > 0;
  }
}
