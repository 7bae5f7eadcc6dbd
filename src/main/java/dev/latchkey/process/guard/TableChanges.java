package dev.latchkey.process.guard;

import java.util.ArrayList;
import java.util.List;

/** What changed from one version of a test table to another: how many rows came and went. */
final class TableChanges {
  private TableChanges() {}

  static List<String> between(String before, String after) {
    List<String> sentences = new ArrayList<>();
    tell(less(after, before), "added", sentences);
    tell(less(before, after), "removed", sentences);
    return sentences;
  }

  /** How many rows of the one are not in the other. */
  private static int less(String rows, String others) {
    List<List<String>> left = new ArrayList<>(cells(rows));
    cells(others).forEach(left::remove);
    return left.size();
  }

  private static List<List<String>> cells(String table) {
    return Csv.read(table).stream().map(Csv.Line::cells).toList();
  }

  private static void tell(int rows, String what, List<String> sentences) {
    if (rows > 0) {
      sentences.add("Test table: " + rows + (rows == 1 ? " row " : " rows ") + what);
    }
  }
}
