package dev.latchkey.messaging;

import dev.latchkey.messaging.SentSample.HandOver;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * How well each channel works at present, measured from real sends over all nodes. It is the same
 * for everybody, so whatever follows from it tells nothing of an account.
 */
@Component
public class ChannelHealth {
  private final SentSamples samples;
  private final ChannelStates states;
  private final HealthRule rule;
  private final Remembered<Reading> readings;

  ChannelHealth(
      SentSamples samples,
      ChannelStates states,
      StatusProperties settings,
      MeterRegistry meters,
      Clock clock) {
    this.samples = samples;
    this.states = states;
    this.rule = new HealthRule(settings);
    this.readings =
        new Remembered<>(settings.refresh(), clock, channel -> read(channel, clock.instant()));
    for (Channel channel : Channel.values()) {
      Gauge.builder("latchkey.channel.health", this, health -> health.of(channel).level)
          .description("0 good, 1 slow, 2 down")
          .tag("channel", channel.name())
          .register(meters);
      Gauge.builder("latchkey.sends.waiting", this, health -> health.waiting(channel))
          .description("Messages that the provider cannot take at present")
          .tag("channel", channel.name())
          .register(meters);
    }
  }

  /** How well a channel works. */
  public enum Health {
    /** As usual. */
    GOOD(0),
    /** Messages arrive late, or more of them than usual not at all. */
    SLOW(1),
    /** Nothing goes out, or nearly nothing arrives. */
    DOWN(2);

    /** As the metric gives it. */
    private final int level;

    Health(int level) {
      this.level = level;
    }

    private Health orWorse(Health other) {
      return compareTo(other) < 0 ? other : this;
    }
  }

  private record Reading(
      Health health, Map<String, Health> countries, int waiting, Instant since) {}

  /** The channel's health just now, never null. */
  public Health of(Channel channel) {
    return readings.of(channel).health;
  }

  /**
   * The same for numbers of one country, where a single carrier may be in trouble.
   *
   * @param country ISO 3166 code of the number typed, or null when it is not known
   */
  public Health of(Channel channel, String country) {
    Reading reading = readings.of(channel);
    return country == null
        ? reading.health
        : reading.health.orWorse(reading.countries.getOrDefault(country, Health.GOOD));
  }

  /** Countries whose numbers fare worse than the channel in all, by ISO 3166 code. */
  public Map<String, Health> countries(Channel channel) {
    return readings.of(channel).countries;
  }

  /** Messages, those of decoys among them, that the provider could not take so far. */
  public int waiting(Channel channel) {
    return readings.of(channel).waiting;
  }

  /** Since when the channel is as it is (UTC); null if it always was. */
  public Instant since(Channel channel) {
    return readings.of(channel).since;
  }

  private Reading read(Channel channel, Instant now) {
    List<SentSample> newest = samples.newest(channel, now);
    Health health = rule.ofHandOvers(newest).orWorse(rule.ofArrivals(newest));
    long waiting = newest.stream().filter(one -> one.handOver() == HandOver.FAILING).count();
    return new Reading(
        health,
        worse(newest, health),
        Math.toIntExact(waiting),
        states.since(channel, health, now));
  }

  private Map<String, Health> worse(List<SentSample> newest, Health inAll) {
    Map<String, Health> worse = new TreeMap<>();
    newest.stream()
        .filter(sample -> sample.country() != null)
        .collect(Collectors.groupingBy(SentSample::country))
        .forEach((country, theirs) -> worse.put(country, rule.ofArrivals(theirs)));
    worse.values().removeIf(health -> health.compareTo(inAll) <= 0);
    return Map.copyOf(worse);
  }
}
