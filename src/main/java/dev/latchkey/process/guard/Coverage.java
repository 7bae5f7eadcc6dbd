package dev.latchkey.process.guard;

import dev.latchkey.process.guard.DecisionTable.Input;
import dev.latchkey.process.guard.DecisionTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Rows of a decision table that fit the same situation, and situations that fit no row. */
final class Coverage {
  private static final String ANOTHER = "something else";
  private static final int MOST = 20_000;

  private final DecisionTable table;

  Coverage(DecisionTable table) {
    this.table = table;
  }

  record Overlap(Row first, Row second) {}

  /** Pairs of rows that can fit at once; pairs that cannot be decided are left out. */
  List<Overlap> overlaps() {
    List<Overlap> overlaps = new ArrayList<>();
    for (Row first : table.rows()) {
      for (Row second : table.rows()) {
        if (first.number() < second.number() && overlap(first, second)) {
          overlaps.add(new Overlap(first, second));
        }
      }
    }
    return overlaps;
  }

  private boolean overlap(Row first, Row second) {
    Optional<List<Value>> one = table.values(first);
    Optional<List<Value>> other = table.values(second);
    return one.isPresent()
        && other.isPresent()
        && IntStream.range(0, table.inputs().size())
            .allMatch(i -> meet(one.get().get(i), other.get().get(i), table.inputs().get(i)));
  }

  private static boolean meet(Value one, Value other, Input input) {
    if (one.oneOf()) {
      return one.words().stream().anyMatch(other::maybe);
    } else if (other.oneOf()) {
      return other.words().stream().anyMatch(one::maybe);
    }
    return input.domain().isEmpty()
        || input.domain().stream().anyMatch(word -> one.maybe(word) && other.maybe(word));
  }

  /** A situation that no row fits, in words; empty if there is none or it cannot be decided. */
  Optional<String> gap() {
    List<List<Value>> rows = new ArrayList<>();
    for (Row row : table.rows()) {
      Optional<List<Value>> values = table.values(row);
      if (values.isEmpty()) {
        return Optional.empty();
      }
      rows.add(values.get());
    }
    List<List<String>> domains = domains(rows);
    long situations = domains.stream().mapToLong(List::size).reduce(1, (a, b) -> a * b);
    return situations > MOST ? Optional.empty() : search(rows, domains, new ArrayList<>());
  }

  private List<List<String>> domains(List<List<Value>> rows) {
    List<List<String>> domains = new ArrayList<>();
    for (int i = 0; i < table.inputs().size(); i++) {
      Set<String> domain = new TreeSet<>(table.inputs().get(i).domain());
      if (domain.isEmpty()) {
        int column = i;
        rows.forEach(row -> domain.addAll(row.get(column).words()));
        domain.add(ANOTHER);
      }
      domains.add(List.copyOf(domain));
    }
    return domains;
  }

  private Optional<String> search(
      List<List<Value>> rows, List<List<String>> domains, List<String> chosen) {
    int column = chosen.size();
    if (rows.isEmpty()) {
      return Optional.of(situation(chosen));
    }
    if (column == domains.size()) {
      return Optional.empty();
    }
    for (String word : domains.get(column)) {
      List<List<Value>> fitting = rows.stream().filter(row -> row.get(column).maybe(word)).toList();
      List<String> more = new ArrayList<>(chosen);
      more.add(word);
      Optional<String> gap = search(fitting, domains, more);
      if (gap.isPresent()) {
        return gap;
      }
    }
    return Optional.empty();
  }

  private String situation(List<String> chosen) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < chosen.size(); i++) {
      parts.add(table.inputs().get(i).expression() + " = " + chosen.get(i));
    }
    return parts.isEmpty() ? "any" : String.join(", ", parts);
  }
}
