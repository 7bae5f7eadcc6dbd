package dev.latchkey.testing;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The engine's timers on PostgreSQL, held back while many recoveries are opened, which takes longer
 * than the two minutes of the first; then all due at once.
 */
public final class HeldTimers {
  private final JdbcClient jdbc;

  private HeldTimers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** From now on each new timer is due an hour later. */
  public static HeldTimers in(JdbcClient jdbc) {
    jdbc.sql(
            """
            create function hold_timer() returns trigger as $$
            begin
              new.duedate_ := new.duedate_ + interval '1 hour';
              return new;
            end $$ language plpgsql
            """)
        .update();
    jdbc.sql(
            """
            create trigger hold_timers before insert on act_ru_job for each row
            when (new.type_ = 'timer') execute function hold_timer()
            """)
        .update();
    return new HeldTimers(jdbc);
  }

  /** New timers are their own masters again; those that were held stay so. */
  public void holdNoMore() {
    jdbc.sql("drop trigger hold_timers on act_ru_job").update();
  }

  /** The two minutes of everybody who waits for a code are over at once. */
  public void twoMinutesPass() {
    jdbc.sql("update message set created_at = created_at - interval '2 minutes'").update();
    jdbc.sql(
            """
            update act_ru_job set duedate_ = duedate_ - interval '62 minutes'
            where type_ = 'timer' and handler_cfg_ like 'BoundaryEvent_TwoMinutesOver%'
            """)
        .update();
  }
}
