package latchkey.bench;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Account holders with a phone number and an e-mail address each, none of whom recovers twice. */
final class People {
  private static final int FIRST = 10_000_000;

  private final int count;
  private final AtomicInteger next = new AtomicInteger();

  private People(int count) {
    this.count = count;
  }

  /** Writes them into a database that has the tables of accounts and nothing in them. */
  static People in(JdbcClient jdbc, int count, boolean postgres) {
    String numbers =
        postgres ? "generate_series(0, %d) as s(n)" : "(select x as n from system_range(0, %d)) s";
    String rows = numbers.formatted(count - 1);
    jdbc.sql(
            """
            insert into account (id, user_name, display_name, locale, status, kind, second_factor,
              created_at)
            select 'person-' || n, 'person' || n, 'Person ' || n, 'en', 'ACTIVE', 'STANDARD', false,
              current_timestamp
            from
            """
                + rows)
        .update();
    address(jdbc, rows, "PHONE", "'+8190' || (%d + n)".formatted(FIRST), 0);
    address(jdbc, rows, "EMAIL", "'person' || n || '@example.com'", 1);
    return new People(count);
  }

  private static void address(
      JdbcClient jdbc, String rows, String kind, String address, int position) {
    jdbc.sql(
            """
            insert into account_address (id, account_id, kind, address, verified_at, notify,
              position)
            select '%1$s-' || n, 'person-' || n, '%1$s', %2$s, current_timestamp, true, %3$d from
            """
                    .formatted(kind, address, position)
                + rows)
        .update();
  }

  /** The phone number of one of them, from 0 on. */
  static String numberOf(int person) {
    return String.format(Locale.ROOT, "+8190%d", FIRST + person);
  }

  /**
   * Phone number of somebody who has not recovered yet.
   *
   * @throws IllegalStateException if everybody has
   */
  String next() {
    int person = next.getAndIncrement();
    if (person >= count) {
      throw new IllegalStateException("More recoveries than the " + count + " people");
    }
    return numberOf(person);
  }
}
