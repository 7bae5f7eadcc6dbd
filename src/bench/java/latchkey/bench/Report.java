package latchkey.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects what was measured and writes it: a table for people, JSON for programs. */
final class Report {
  private final List<Figures> rows = new ArrayList<>();
  private final Map<String, Object> facts = new LinkedHashMap<>();

  private final PrintStream out;

  /**
   * An empty one.
   *
   * @param out shows each figure as soon as it is there, and in the end the whole
   */
  Report(PrintStream out) {
    this.out = out;
    facts.putAll(Machine.facts());
  }

  void addAll(List<Figures> figures) {
    figures.forEach(this::add);
  }

  void add(Figures figures) {
    rows.add(figures);
    out.println(row(figures));
  }

  /** A figure that has no row in the table. */
  void fact(String name, Object value) {
    facts.put(name, value);
    out.println(name + ": " + value);
  }

  void write() throws IOException {
    Path folder = Options.folder();
    Map<String, Object> all = new LinkedHashMap<>(facts);
    all.put("cells", rows);
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(folder.resolve("benchmark.json").toFile(), all);
    String table = table();
    Files.writeString(folder.resolve("benchmark.md"), table);
    out.println();
    out.println(table);
  }

  private String table() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        | what | database | at once | per second | CPU ms of server | of it compiling | of database | together | statements | commits | growth, KiB | memory, MiB | start, s |
        |---|---|---|---|---|---|---|---|---|---|---|---|---|
        """);
    rows.forEach(figures -> text.append(row(figures)).append('\n'));
    text.append(
        """

        | what | database | at once | request | p50 ms | p95 ms | p99 ms | requests |
        |---|---|---|---|---|---|---|---|
        """);
    rows.forEach(figures -> text.append(requests(figures)));
    text.append('\n');
    facts.forEach(
        (name, value) -> text.append("- ").append(name).append(": ").append(value).append('\n'));
    return text.toString();
  }

  private static String row(Figures row) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %d | %.1f | %.2f | %.2f | %.2f | %.2f | %s | %s | %.1f | %d | %.1f |",
        row.what(),
        row.store(),
        row.atOnce(),
        row.perSecond(),
        row.serverMillis(),
        row.compilerMillis(),
        row.databaseMillis(),
        row.cpuMillis(),
        orDash(row.statements()),
        orDash(row.commits()),
        row.bytes() / 1024,
        row.residentMib(),
        row.startSeconds());
  }

  private static String requests(Figures row) {
    StringBuilder lines = new StringBuilder();
    row.requests()
        .forEach(
            (kind, times) ->
                lines.append(
                    String.format(
                        Locale.ROOT,
                        "| %s | %s | %d | %s | %.1f | %.1f | %.1f | %d |%n",
                        row.what(),
                        row.store(),
                        row.atOnce(),
                        kind,
                        times.p50(),
                        times.p95(),
                        times.p99(),
                        times.count())));
    return lines.toString();
  }

  private static String orDash(Double figure) {
    return figure == null ? "–" : String.format(Locale.ROOT, "%.1f", figure);
  }
}
