package dev.latchkey.faults;

import dev.latchkey.testing.HeldTimers;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many people who all wait for their code by text message. Their timers come when they are told to:
 * a trigger sets each new one an hour later.
 */
final class Crowd {
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final int AT_ONCE = 4;

  private final JdbcClient jdbc;
  private final int size;
  private final HeldTimers timers;

  private Crowd(JdbcClient jdbc, int size) {
    this.jdbc = jdbc;
    this.size = size;
    this.timers = HeldTimers.in(jdbc);
  }

  /** Makes the accounts and holds the timers of this installation back. */
  static Crowd of(int size, Installation installation) {
    Crowd crowd = new Crowd(installation.jdbc(), size);
    crowd.makeAccounts();
    return crowd;
  }

  /** Removes the caps that so many people of one town and network address meet. */
  static Installation withoutCaps(Installation installation) {
    String limits = "latchkey.messaging.limits.";
    String most = "1000000";
    return installation
        .with(limits + "per-client-and-hour", most)
        .with(limits + "per-prefix-and-hour", most)
        .with(limits + "per-country-and-hour", most)
        .with(limits + "texts-per-hour", most)
        .with("latchkey.recovery.opens-per-client", most);
  }

  private void makeAccounts() {
    jdbc.sql(
            """
            insert into account (id, user_name, display_name, locale, status, kind, second_factor,
              created_at)
            select 'crowd-' || i, 'crowd' || i, 'Person ' || i, 'en', 'ACTIVE', 'STANDARD', false,
              current_timestamp
            from generate_series(1, ?) i
            """)
        .param(size)
        .update();
    jdbc.sql(
            """
            insert into account_address (id, account_id, kind, address, verified_at, notify,
              position)
            select 'crowd-' || i, 'crowd-' || i, 'PHONE', '+8190' || (13000000 + i),
              current_timestamp, true, 0
            from generate_series(1, ?) i
            """)
        .param(size)
        .update();
  }

  /** The number of one of them, from 1 on. */
  static String numberOf(int person) {
    return String.format(Locale.ROOT, "+8190%08d", 13_000_000 + person);
  }

  /** All open a recovery; returns when each has been sent a code. */
  void open(Node node) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    IntStream.rangeClosed(1, size)
        .forEach(person -> threads.execute(() -> new RestGuest(node).opens(numberOf(person))));
    threads.shutdown();
    threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    awaitCodes(1);
  }

  /** The two minutes of all of them are over at once. */
  void twoMinutesPass() {
    timers.twoMinutesPass();
  }

  /** Waits until each has been sent so many codes and waits for it to be entered. */
  void awaitCodes(int codes) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> sent() == (long) codes * size && waiting() == size);
  }

  long sent() {
    return count("from message where state = 'ACCEPTED' and target like '+819013%'");
  }

  private long waiting() {
    return count("from recovery_case where account_id like 'crowd-%' and step = 'enter-code'");
  }

  /** Timers that are due and have not run. */
  long timersLeft() {
    return count("from act_ru_job where type_ = 'timer' and duedate_ < current_timestamp");
  }

  private long count(String from) {
    return jdbc.sql("select count(*) " + from).query(Long.class).single();
  }
}
