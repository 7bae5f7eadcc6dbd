package dev.latchkey.messaging;

import dev.latchkey.messaging.ChannelHealth.Health;
import dev.latchkey.messaging.SentSample.Arrival;
import dev.latchkey.messaging.SentSample.HandOver;
import java.util.Collection;
import java.util.function.Predicate;

/**
 * Judges a channel by its newest messages. Counted are the numbers and addresses, not the messages,
 * so that one that is tried again and again counts once.
 */
final class HealthRule {
  private final StatusProperties settings;

  HealthRule(StatusProperties settings) {
    this.settings = settings;
  }

  /**
   * Whether the provider takes messages. Decoys count here as others do: they fail when the
   * provider fails, so the count does not tell which of them is one. Of few hand-overs only those
   * count that all fail.
   */
  Health ofHandOvers(Collection<SentSample> samples) {
    long failing = targets(samples, sample -> sample.handOver() == HandOver.FAILING);
    long taken = targets(samples, sample -> sample.handOver() == HandOver.TAKEN);
    if (failing + taken < settings.fewest()) {
      return failing > 0 && taken == 0 ? Health.DOWN : Health.GOOD;
    }
    return judge(failing, failing, failing + taken);
  }

  /**
   * Whether what was taken arrives. Says nothing until enough numbers or addresses are affected.
   */
  Health ofArrivals(Collection<SentSample> samples) {
    long lost = targets(samples, sample -> sample.arrival() == Arrival.LOST);
    long late = targets(samples, sample -> sample.arrival() == Arrival.LATE);
    long all = targets(samples, sample -> sample.arrival() != null);
    return lost + late < settings.fewest() ? Health.GOOD : judge(lost, lost + late, all);
  }

  private Health judge(long bad, long badOrLate, long all) {
    if (bad >= settings.downShare() * all) {
      return Health.DOWN;
    }
    return badOrLate >= settings.slowShare() * all ? Health.SLOW : Health.GOOD;
  }

  private static long targets(Collection<SentSample> samples, Predicate<SentSample> counted) {
    return samples.stream().filter(counted).map(SentSample::target).distinct().count();
  }
}
