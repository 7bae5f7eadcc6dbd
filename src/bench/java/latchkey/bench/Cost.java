package latchkey.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a process used so far, read from Linux' {@code /proc}. */
final class Cost {
  /** The kernel tells times in hundredths of a second to everybody, whatever it counts in. */
  private static final int MILLIS_PER_TICK = 10;

  private static final int USER_TIME = 11;

  /** User and system time; then the same of children that have ended. */
  private static final int TIMES = 4;

  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  private Cost() {}

  /** CPU milliseconds of one process and of those children of it that have ended. */
  static long cpuMillis(long pid) {
    return ticks(read(Path.of("/proc", Long.toString(pid), "stat")), TIMES) * MILLIS_PER_TICK;
  }

  private static long ticks(String stat, int times) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = 0;
    for (int i = USER_TIME; i < USER_TIME + times; i++) {
      ticks += Long.parseLong(fields[i]);
    }
    return ticks;
  }

  /** CPU milliseconds of those threads of a process whose names match. */
  static long cpuMillisOfThreads(long pid, Pattern name) {
    try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
      return threads
          .map(thread -> read(thread.resolve("stat")))
          .filter(stat -> name.matcher(stat).find())
          .mapToLong(stat -> ticks(stat, 2) * MILLIS_PER_TICK)
          .sum();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** CPU milliseconds of a process and all that it started, whether they still run or not. */
  static long cpuMillisOfFamily(long pid) {
    long sum = cpuMillis(pid);
    for (long child : children(pid)) {
      sum += cpuMillisIfRunning(child);
    }
    return sum;
  }

  /** The time of a child that has ended is its parent's. */
  private static long cpuMillisIfRunning(long pid) {
    try {
      return cpuMillis(pid);
    } catch (UncheckedIOException ended) {
      return 0;
    }
  }

  private static List<Long> children(long pid) {
    List<Long> children = new ArrayList<>();
    try (Stream<ProcessHandle> found =
        ProcessHandle.of(pid).map(ProcessHandle::children).orElseGet(Stream::empty)) {
      found.forEach(child -> children.add(child.pid()));
    }
    return children;
  }

  /** Memory that a process holds now, in MiB. */
  static long residentMib(long pid) {
    Matcher found = RESIDENT.matcher(read(Path.of("/proc", Long.toString(pid), "status")));
    return found.find() ? Long.parseLong(found.group(1)) / 1024 : 0;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
