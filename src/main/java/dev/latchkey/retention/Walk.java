package dev.latchkey.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Goes through a table once, in the order of an index, and removes what is old. Rows that somebody
 * has locked are left to the next night: nobody waits for a removal, and it waits for nobody.
 */
public final class Walk implements Retained.Pass {
  private static final OffsetDateTime BEGINNING = Instant.EPOCH.atOffset(ZoneOffset.UTC);

  private final JdbcClient jdbc;
  private final String table;
  private final String key;
  private final String time;
  private final Map<String, OffsetDateTime> times = new HashMap<>();
  private String condition;
  private int most = 500;
  private ToIntFunction<List<String>> removal = this::delete;
  private Place place = new Place("", BEGINNING);
  private boolean through;

  private record Place(String key, OffsetDateTime time) {}

  private Walk(JdbcClient jdbc, String table, String key, String time, Instant before) {
    this.jdbc = jdbc;
    this.table = table;
    this.key = key;
    this.time = time;
    times.put("before", before.atOffset(ZoneOffset.UTC));
  }

  /** Over the rows whose time is before that one; there is an index on the time. */
  public static Walk byTime(
      JdbcClient jdbc, String table, String key, String time, Instant before) {
    Walk walk = new Walk(jdbc, table, key, time, before);
    walk.condition = time + " < :before";
    return walk;
  }

  /**
   * Over all rows, for tables that are small beside the others or whose times change too often for
   * an index.
   *
   * @param key first column of the primary key
   * @param condition what is old, in terms of {@code :before}
   */
  public static Walk byKey(
      JdbcClient jdbc, String table, String key, String condition, Instant before) {
    Walk walk = new Walk(jdbc, table, key, null, before);
    walk.condition = "(" + condition + ")";
    return walk;
  }

  /** Only those of which this holds as well. */
  public Walk where(String further) {
    condition += " and (" + further + ")";
    return this;
  }

  /** A time that the condition names beside {@code :before}. */
  public Walk with(String name, Instant value) {
    times.put(name, value.atOffset(ZoneOffset.UTC));
    return this;
  }

  /** So many rows at once; 500 unless set. */
  public Walk steps(int rows) {
    most = rows;
    return this;
  }

  /**
   * Takes another way than deleting the rows.
   *
   * @param other gets the keys of rows that are locked, joins the transaction and says how many
   *     went
   */
  public Walk removing(ToIntFunction<List<String>> other) {
    removal = other;
    return this;
  }

  @Override
  public OptionalInt removeSome() {
    if (through) {
      return OptionalInt.empty();
    }
    List<Place> found = next();
    through = found.size() < most;
    if (found.isEmpty()) {
      return OptionalInt.empty();
    }
    place = found.get(found.size() - 1);
    return OptionalInt.of(removal.applyAsInt(found.stream().map(Place::key).toList()));
  }

  private List<Place> next() {
    String ordered = time == null ? key : time + ", " + key;
    String onwards =
        time == null
            ? key + " > :afterKey"
            : "%1$s >= :from and (%1$s > :from or %2$s > :afterKey)".formatted(time, key);
    return jdbc.sql(
            "select %s from %s where %s and %s order by %s fetch first %d rows only for update skip locked"
                .formatted(
                    time == null ? key : key + ", " + time,
                    table,
                    onwards,
                    condition,
                    ordered,
                    most))
        .params(times)
        .param("from", place.time())
        .param("afterKey", place.key())
        .query(this::place)
        .list();
  }

  private Place place(ResultSet row, int number) throws SQLException {
    return new Place(
        row.getString(1), time == null ? BEGINNING : row.getObject(2, OffsetDateTime.class));
  }

  private int delete(List<String> keys) {
    return jdbc.sql("delete from %s where %s in (:keys) and %s".formatted(table, key, condition))
        .params(times)
        .param("keys", keys)
        .update();
  }
}
