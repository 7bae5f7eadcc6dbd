package dev.latchkey.help;

import dev.latchkey.help.Advice.Certainty;
import dev.latchkey.help.AdviceTable.Row;
import dev.latchkey.help.AdviceTable.Situation;
import dev.latchkey.messaging.ChannelHealth.Health;
import dev.latchkey.messaging.Deliveries;
import dev.latchkey.messaging.Delivery;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Why a code did not come, and what to do next. Everything said rests on the case's own messages,
 * which a decoy has as well, on what holds for everybody, and on what the person ticks: nothing
 * tells whether an account exists.
 */
@Service
public class DeliveryAdvisor {
  /** A message is handed to its provider within seconds; after this something is wrong. */
  private static final Duration HAND_OVER = Duration.ofSeconds(20);

  private final AdviceTable table;
  private final Deliveries deliveries;
  private final ServiceStatus status;
  private final Clock clock;

  DeliveryAdvisor(AdviceTable table, Deliveries deliveries, ServiceStatus status, Clock clock) {
    this.table = table;
    this.deliveries = deliveries;
    this.status = status;
    this.clock = clock;
  }

  /**
   * The reasons: first what is known, then what the person said, then questions; each cause once.
   *
   * @param symptom what the person ticked; null or a word that the table does not know counts as
   *     nothing
   */
  public List<Advice> advise(CodeWait wait, String symptom) {
    List<Delivery> codes = deliveries.ofCodes(wait.caseId());
    CodeSource source = waitedFor(wait, codes);
    List<Advice> all = new ArrayList<>(failuresElsewhere(wait, source, codes));
    String ticked = ticks(wait, source, codes).contains(orNone(symptom)) ? symptom : Situation.NONE;
    Set<String> causes = new TreeSet<>();
    for (Row row : rows(wait, source, codes, ticked)) {
      if (causes.add(row.cause())) {
        all.add(advice(row, wait, source, newest(codes, source)));
      }
    }
    return List.copyOf(all);
  }

  /** The words with which a person can say what is the matter, at this step. */
  public Set<String> symptoms(CodeWait wait) {
    List<Delivery> codes = deliveries.ofCodes(wait.caseId());
    return ticks(wait, waitedFor(wait, codes), codes);
  }

  /** The channel by which an earlier code went last; text messages if there was none. */
  private static CodeSource waitedFor(CodeWait wait, List<Delivery> codes) {
    if (wait.source() != CodeSource.EARLIER) {
      return wait.source();
    }
    return codes.isEmpty() ? CodeSource.TEXT_MESSAGE : CodeSource.of(codes.get(0).channel());
  }

  private Set<String> ticks(CodeWait wait, CodeSource source, List<Delivery> codes) {
    return rows(wait, source, codes, Situation.NONE).stream()
        .map(Row::tick)
        .filter(tick -> !tick.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<Row> rows(CodeWait wait, CodeSource source, List<Delivery> codes, String symptom) {
    Optional<Delivery> newest = newest(codes, source);
    boolean sent = source.channel() != null;
    return table.rows(
        new Situation(
            source.key(),
            receipt(newest),
            cause(newest),
            "limited".equals(wait.notice()),
            "clock-off".equals(wait.notice()),
            sent && status.announced(source.channel(), wait.country()),
            word(sent ? status.health(source.channel(), wait.country()) : Health.GOOD),
            symptom));
  }

  /**
   * What became of a code that went another way before: the process leaves a way at once when its
   * code fails, so its reason is read at the next one.
   */
  private List<Advice> failuresElsewhere(CodeWait wait, CodeSource source, List<Delivery> codes) {
    return Stream.of(CodeSource.TEXT_MESSAGE, CodeSource.EMAIL)
        .filter(other -> other.channel() != source.channel())
        .flatMap(other -> failure(other, wait, newest(codes, other)).stream())
        .toList();
  }

  private Optional<Advice> failure(CodeSource other, CodeWait wait, Optional<Delivery> newest) {
    if (newest.filter(code -> code.state() == Delivery.State.UNDELIVERED).isEmpty()) {
      return Optional.empty();
    }
    Situation failed =
        new Situation(
            other.key(),
            receipt(newest),
            cause(newest),
            false,
            false,
            false,
            word(Health.GOOD),
            Situation.NONE);
    return table.rows(failed).stream()
        .filter(row -> row.certainty() == Certainty.KNOWN)
        .findFirst()
        .map(row -> advice(row, wait, other, newest));
  }

  private static Optional<Delivery> newest(List<Delivery> codes, CodeSource source) {
    return codes.stream().filter(code -> code.channel() == source.channel()).findFirst();
  }

  private String receipt(Optional<Delivery> newest) {
    return newest
        .map(code -> overdue(code) ? "overdue" : word(code.state()))
        .orElse(Situation.NONE);
  }

  private boolean overdue(Delivery code) {
    return code.state() == Delivery.State.QUEUED
        && code.intendedAt().plus(HAND_OVER).isBefore(clock.instant());
  }

  private static String cause(Optional<Delivery> newest) {
    return newest.map(Delivery::cause).orElse(Situation.NONE);
  }

  private Advice advice(Row row, CodeWait wait, CodeSource source, Optional<Delivery> newest) {
    boolean asked = row.certainty() == Certainty.ASKED;
    return new Advice(
        row.cause(),
        row.certainty(),
        row.text(),
        row.guides(),
        asked ? null : wait.best(row.nextWays()),
        row.tick().isEmpty() ? null : row.tick(),
        switch (row.since()) {
          case "receipt" -> newest.map(Delivery::receiptAt).orElse(null);
          case "status" -> status.since(source.channel(), wait.country());
          case "sent" -> newest.map(Delivery::intendedAt).orElse(null);
          default -> null;
        });
  }

  private static String orNone(String symptom) {
    return symptom == null ? Situation.NONE : symptom;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
