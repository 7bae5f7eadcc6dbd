package dev.latchkey.process.guard;

import java.util.ArrayList;
import java.util.List;

/** Tables as spreadsheets write them: commas, and quotation marks around what holds one. */
final class Csv {
  private final String text;
  private int at;

  /** A line of the table that is not empty, with its number in the file from 1. */
  record Line(int number, List<String> cells) {}

  private Csv(String text) {
    this.text = text;
  }

  static List<Line> read(String text) {
    Csv csv = new Csv(text.startsWith("\uFEFF") ? text.substring(1) : text);
    List<Line> lines = new ArrayList<>();
    int number = 1;
    while (csv.at < csv.text.length()) {
      int start = csv.at;
      List<String> cells = csv.line();
      if (!cells.equals(List.of(""))) {
        lines.add(new Line(number, cells));
      }
      number += (int) csv.text.substring(start, csv.at).chars().filter(c -> c == '\n').count();
    }
    return lines;
  }

  private List<String> line() {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    while (at < text.length()) {
      char next = text.charAt(at++);
      if (next == '"' && quoted && at < text.length() && text.charAt(at) == '"') {
        cell.append(text.charAt(at++));
      } else if (next == '"') {
        quoted = !quoted;
      } else if (next == ',' && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else if (next == '\n' && !quoted) {
        break;
      } else {
        cell.append(next);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}
