package dev.latchkey.web;

import dev.latchkey.review.Fact;
import dev.latchkey.review.LostFactor;
import dev.latchkey.review.QueuePlace;
import dev.latchkey.review.evidence.Evidence;
import dev.latchkey.review.evidence.EvidenceFiles;
import java.text.Collator;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request to support as the person who asks sees it; the same with an account and without.
 *
 * @param asked the facts that the form asks for
 * @param typed what the form shows: what was just typed, else what was stated before
 * @param receivedAt when the request came to support (UTC), or null
 * @param place in the queue, or null
 * @param files that the person added
 * @param open whether files can be added and taken back now
 * @param now UTC
 */
record RequestPart(
    List<Fact> asked,
    Map<String, String> typed,
    Instant receivedAt,
    QueuePlace place,
    List<Evidence> files,
    boolean open,
    Instant now) {
  private static final Duration SOON = Duration.ofMinutes(100);
  private static final Duration LONG = Duration.ofHours(36);
  private static final int MINUTES = 10;

  /** What can be lost, in the order of the boxes. */
  public List<LostFactor> factors() {
    return List.of(LostFactor.values());
  }

  /** All countries, sorted as this reader expects. */
  public List<Region> regions(Locale reader) {
    CountryNames names = new CountryNames(reader);
    Collator order = Collator.getInstance(reader);
    return Arrays.stream(Locale.getISOCountries())
        .map(code -> new Region(code, names.of(code)))
        .sorted(Comparator.comparing(Region::name, order))
        .toList();
  }

  /**
   * @param code ISO 3166
   * @param name in the reader's language
   */
  record Region(String code, String name) {}

  /** How many more files there may be. */
  public int free() {
    return open ? Math.max(0, EvidenceFiles.MOST - files.size()) : 0;
  }

  /** Unit in which the usual time is told; part of text keys. */
  public String unit() {
    Duration usual = place.usualWait();
    if (usual.compareTo(SOON) < 0) {
      return "minutes";
    }
    return usual.compareTo(LONG) < 0 ? "hours" : "days";
  }

  /** The usual time in that unit, rounded up; minutes by tens. */
  public long usual() {
    Duration usual = place.usualWait();
    return switch (unit()) {
      case "minutes" -> Math.max(1, (usual.toMinutes() + MINUTES - 1) / MINUTES) * MINUTES;
      case "hours" -> usual.plusMinutes(59).toHours();
      default -> usual.plusHours(23).toDays();
    };
  }

  /** Whether the person has waited longer than is usual. */
  public boolean overdue() {
    return receivedAt != null && receivedAt.plus(place.usualWait()).isBefore(now);
  }
}
