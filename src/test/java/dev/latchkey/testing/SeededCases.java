package dev.latchkey.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills the tables with finished cases: copies of a real one, with all rows that belong to it in
 * our tables and in the engine's history. Each copy has ids, hashes and an account id of its own,
 * and its times lie further back. The audit log is left out: its chain cannot be copied.
 */
public final class SeededCases {
  /** Copies made in one statement, which commits. */
  private static final int AT_ONCE = 5_000;

  /** Columns whose values name something of one case alone, besides those that end in an id. */
  private static final Set<String> OWN =
      Set.of(
          "token_hash",
          "objection_hash",
          "link_hash",
          "subject",
          "client_hash",
          "target_hash",
          "typed_target_hash",
          "business_key_");

  /** What is the same for all cases, or points where nothing was copied. */
  private static final Set<String> SHARED =
      Set.of(
          "proc_def_id_",
          "job_def_id_",
          "deployment_id_",
          "user_id_",
          "group_id_",
          "act_id_",
          "start_act_id_",
          "end_act_id_",
          "tenant_id_",
          "failed_act_id_",
          "start_user_id_",
          "activity_id_",
          "failed_activity_id_",
          "case_def_id_",
          "form_id",
          "task_id");

  private final JdbcClient jdbc;
  private final boolean h2;
  private final List<Table> tables = new ArrayList<>();

  private record Column(String table, String name, boolean time) {}

  private record Table(String name, List<Column> columns) {
    boolean has(String column) {
      return columns.stream().anyMatch(one -> one.name().equals(column));
    }
  }

  /** Of an application that has started on this database, H2 or PostgreSQL, at least once. */
  public SeededCases(DataSource database) {
    jdbc = JdbcClient.create(database);
    h2 = jdbc.sql("select version()").query(String.class).single().matches("[0-9.]+");
    Map<String, List<Column>> all =
        columns().stream()
            .collect(Collectors.groupingBy(Column::table, TreeMap::new, Collectors.toList()));
    all.forEach((name, columns) -> tables.add(new Table(name, columns)));
    tables.removeIf(table -> belonging(table, "-", "-") == null);
    tables.sort((one, other) -> Integer.compare(depth(one), depth(other)));
  }

  private List<Column> columns() {
    return jdbc.sql(
            """
            select c.table_name, c.column_name, c.data_type from information_schema.columns c
            join information_schema.tables t
              on t.table_schema = c.table_schema and t.table_name = c.table_name
            where lower(c.table_schema) = 'public' and t.table_type like '%TABLE'
              and lower(c.table_name) <> 'audit_entry'
            """)
        .query(
            (row, number) ->
                new Column(
                    row.getString(1).toLowerCase(Locale.ROOT),
                    row.getString(2).toLowerCase(Locale.ROOT),
                    row.getString(3).toLowerCase(Locale.ROOT).startsWith("timestamp")))
        .list();
  }

  /** Those that others refer to come first. */
  private static int depth(Table table) {
    return table.name().equals("recovery_case") ? 0 : table.has("case_id") ? 1 : 2;
  }

  /**
   * Which rows belong to cases; null for a table that holds none.
   *
   * @param cases ids of cases, as a query or a list in SQL
   * @param roots ids of their root process instances
   */
  private static String belonging(Table table, String cases, String roots) {
    if (table.name().equals("recovery_case")) {
      return "id in (" + cases + ")";
    }
    if (table.name().startsWith("act_")) {
      boolean kept = table.name().startsWith("act_hi_") || table.name().equals("act_ge_bytearray");
      return kept && table.has("root_proc_inst_id_")
          ? "root_proc_inst_id_ in (" + roots + ")"
          : null;
    }
    if (table.has("case_id")) {
      return "case_id in (" + cases + ")";
    }
    if (table.has("evidence_id")) {
      return "evidence_id in (select id from evidence where case_id in (" + cases + "))";
    }
    return table.has("message_id")
        ? "message_id in (select id from message where case_id in (" + cases + "))"
        : null;
  }

  /**
   * Adds copies of a case that has ended and whose process has.
   *
   * @param age how much longer ago everything of the first copy was
   * @param apart how much longer ago each further copy was than the one before
   */
  public void copy(String caseId, int copies, Duration age, Duration apart) {
    String salt = UUID.randomUUID().toString();
    for (int from = 0; from < copies; from += AT_ONCE) {
      int to = Math.min(copies, from + AT_ONCE) - 1;
      for (Table table : tables) {
        jdbc.sql(copying(table, salt, caseId, age, apart, from, to)).update();
      }
    }
  }

  private String copying(
      Table table, String salt, String caseId, Duration age, Duration apart, int from, int to) {
    String values =
        table.columns().stream()
            .map(column -> value(table, column, salt, age, apart))
            .collect(Collectors.joining(", "));
    String series = h2 ? "system_range(%d, %d) s(g)" : "generate_series(%d, %d) s(g)";
    String cases = "'" + caseId + "'";
    return "insert into %s (%s) select %s from %s t, %s where %s"
        .formatted(
            table.name(),
            table.columns().stream().map(Column::name).collect(Collectors.joining(", ")),
            values,
            table.name(),
            series.formatted(from, to),
            "t." + belonging(table, cases, rootsOf(cases)));
  }

  private String value(Table table, Column column, String salt, Duration age, Duration apart) {
    String value = "t." + column.name();
    if (column.time()) {
      String millis = "(%d + g * %d)".formatted(age.toMillis(), apart.toMillis());
      return h2
          ? "dateadd('MILLISECOND', -" + millis + ", " + value + ")"
          : value + " - " + millis + " * interval '1 millisecond'";
    }
    if (!own(table, column.name())) {
      return value;
    }
    String text = "%s || '%s' || g".formatted(value, salt);
    return h2 ? "rawtohex(hash('MD5', " + text + "))" : "md5(" + text + ")";
  }

  private static boolean own(Table table, String column) {
    boolean account = table.name().equals("login_request") && column.equals("account_id");
    boolean id = column.equals("id") || column.endsWith("_id") || column.endsWith("id_");
    return (id || OWN.contains(column)) && !SHARED.contains(column) && !account;
  }

  /** A query for the root process instances of cases that there is history of. */
  public static String rootsOf(String cases) {
    return "select id_ from act_hi_procinst where id_ = root_proc_inst_id_ and business_key_ in ("
        + cases
        + ")";
  }

  /**
   * How many rows belong to cases, by table; tables without any are left out.
   *
   * @param cases query for ids of cases
   * @param roots query for ids of their root process instances, which may be gone
   */
  public Map<String, Long> rows(String cases, String roots) {
    Map<String, Long> rows = new TreeMap<>();
    for (Table table : tables) {
      long count =
          jdbc.sql(
                  "select count(*) from %s where %s"
                      .formatted(table.name(), belonging(table, cases, roots)))
              .query(Long.class)
              .single();
      if (count > 0) {
        rows.put(table.name(), count);
      }
    }
    return rows;
  }
}
