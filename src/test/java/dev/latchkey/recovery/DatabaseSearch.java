package dev.latchkey.recovery;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for a value in every column of every table, ours and the engine's. */
public final class DatabaseSearch {
  private final JdbcClient jdbc;

  public DatabaseSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Names of the tables in which the value stands somewhere, also within longer text or bytes. */
  public List<String> tablesWith(String value) {
    List<String> found = new ArrayList<>();
    for (String table : tables()) {
      boolean stands =
          jdbc.sql("select * from " + table).query().listOfRows().stream()
              .anyMatch(row -> contains(row, value));
      if (stands) {
        found.add(table.toLowerCase(Locale.ROOT));
      }
    }
    return found;
  }

  private List<String> tables() {
    return jdbc.sql(
            """
            select table_name from information_schema.tables
            where lower(table_schema) = 'public' and table_type like '%TABLE'
              and lower(table_name) <> 'flyway_schema_history'
            """)
        .query(String.class)
        .list();
  }

  private static boolean contains(Map<String, Object> row, String value) {
    return row.values().stream().anyMatch(cell -> text(cell).contains(value));
  }

  private static String text(Object cell) {
    return cell instanceof byte[] bytes
        ? new String(bytes, StandardCharsets.UTF_8)
        : String.valueOf(cell);
  }
}
