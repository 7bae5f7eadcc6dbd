package latchkey.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long each kind of request took. Thread-safe. */
final class Latencies {
  private static final long LONGEST_MICROS = 120_000_000;
  private static final int DIGITS = 3;
  private static final double MICROS_PER_MILLI = 1000.0;

  private final Map<String, Histogram> kinds = new TreeMap<>();

  /** Milliseconds below which half, 95 and 99 of a hundred lie, and how many there were. */
  record Summary(double p50, double p95, double p99, long count) {}

  <T> T time(String kind, Callable<T> request) throws Exception {
    long begun = System.nanoTime();
    T result = request.call();
    record(kind, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begun));
    return result;
  }

  void record(String kind, long micros) {
    histogram(kind).recordValue(Math.min(micros, LONGEST_MICROS));
  }

  private synchronized Histogram histogram(String kind) {
    return kinds.computeIfAbsent(kind, any -> new ConcurrentHistogram(LONGEST_MICROS, DIGITS));
  }

  synchronized Map<String, Summary> summaries() {
    Map<String, Summary> summaries = new LinkedHashMap<>();
    kinds.forEach(
        (kind, times) ->
            summaries.put(
                kind,
                new Summary(
                    millis(times, 50),
                    millis(times, 95),
                    millis(times, 99),
                    times.getTotalCount())));
    return summaries;
  }

  private static double millis(Histogram times, double percentile) {
    return times.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
  }
}
