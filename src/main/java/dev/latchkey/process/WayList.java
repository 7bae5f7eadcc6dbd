package dev.latchkey.process;

import dev.latchkey.proof.Way;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Ways as decision tables and process variables write them: keys with commas between. */
final class WayList {
  private static final String SEPARATOR = ",";

  private WayList() {}

  /** The ways of this list; words that name none are left out; none for null. */
  static List<Way> read(String list) {
    return list == null
        ? List.of()
        : Arrays.stream(list.split(SEPARATOR))
            .map(String::strip)
            .map(Way::ofKey)
            .flatMap(Optional::stream)
            .toList();
  }

  static String text(Collection<Way> ways) {
    return ways.stream().map(Way::key).collect(Collectors.joining(SEPARATOR));
  }
}
