package dev.latchkey.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/**
 * How long providers take, so that what they never see takes as long: whoever watches the step of a
 * recovery must not see by the time whether a code really went out.
 *
 * <p>Kept in memory for the newest hand-overs of each channel, accepted and refused ones apart. The
 * provider is asked for a sign of life before anything looks sent; one that cannot be asked counts
 * as down for a minute after a failure. One that said when it wants to be asked again is left alone
 * until then, by all messages alike.
 */
@Component
class Pace {
  private static final int KEPT = 64;
  private static final Duration MEMORY = Duration.ofMinutes(1);

  private final Map<Channel, Recent> recent = new EnumMap<>(Channel.class);
  private final RealTime time;

  Pace(List<Sender> senders, RealTime time) {
    this.time = time;
    senders.forEach(sender -> recent.put(sender.channel(), new Recent(sender)));
  }

  /** The beginning of a hand-over, for the methods that end it. */
  long begin() {
    return time.nanos();
  }

  /** The provider answered, and the answer is stored. */
  void answered(Channel channel, boolean accepted, long begun) {
    recent.get(channel).note(accepted, begun, Duration.ofNanos(time.nanos() - begun));
  }

  /** The provider could not take the message now. */
  void failed(Channel channel, RuntimeException fault) {
    recent.get(channel).fail(time.nanos(), fault);
  }

  /**
   * Asks nothing of a provider that said when it wants to be asked again.
   *
   * @throws TemporarySendFailure if that time has not come
   */
  void heed(Channel channel) {
    Duration left = recent.get(channel).quiet(time.nanos());
    if (!left.isZero()) {
      throw new TemporarySendFailure("The provider wants to be asked later", null, left);
    }
  }

  /** How the newest hand-over of the last minute failed, if it did. */
  Optional<String> trouble(Channel channel) {
    return recent.get(channel).trouble(time.nanos() - MEMORY.toNanos());
  }

  /** Who serves the channel. */
  String provider(Channel channel) {
    return recent.get(channel).sender.provider();
  }

  /**
   * Takes the time that a hand-over would take.
   *
   * @param accepted whether it would end with an acceptance
   * @throws TemporarySendFailure if the provider could not take it now either
   */
  void keep(Channel channel, boolean accepted) {
    heed(channel);
    Recent newest = recent.get(channel);
    long begun = time.nanos();
    if (!newest.reachable(begun - MEMORY.toNanos())) {
      throw new TemporarySendFailure("The provider cannot be reached", null);
    }
    Duration left = newest.draw(accepted).minusNanos(time.nanos() - begun);
    time.pass(left.isNegative() ? Duration.ZERO : left);
  }

  /** The newest hand-overs of one channel. */
  private static final class Recent {
    private final Sender sender;
    private final List<Duration> acceptances = new ArrayList<>();
    private final List<Duration> refusals = new ArrayList<>();
    private Long failedAt;
    private String why;
    private Long quietUntil;

    Recent(Sender sender) {
      this.sender = sender;
    }

    /** An answer to what was begun before the failure takes nothing of that back. */
    synchronized void note(boolean accepted, long begun, Duration taken) {
      List<Duration> kept = accepted ? acceptances : refusals;
      if (kept.size() == KEPT) {
        kept.remove(0);
      }
      kept.add(taken);
      if (!failedAfter(begun)) {
        failedAt = null;
        quietUntil = null;
      }
    }

    synchronized void fail(long now, RuntimeException fault) {
      failedAt = now;
      // Of any other fault the words may name people
      why =
          fault instanceof TemporarySendFailure
              ? fault.getMessage()
              : fault.getClass().getSimpleName();
      if (fault instanceof TemporarySendFailure later && !later.retryAfter().isZero()) {
        quietUntil = now + later.retryAfter().toNanos();
      }
    }

    synchronized Duration quiet(long now) {
      return quietUntil == null || quietUntil - now <= 0
          ? Duration.ZERO
          : Duration.ofNanos(quietUntil - now);
    }

    synchronized Optional<String> trouble(long since) {
      return failedAfter(since) ? Optional.of(why) : Optional.empty();
    }

    /** Asked of the provider, else guessed from what failed after this moment. */
    boolean reachable(long nanos) {
      return sender.reachable().orElseGet(() -> !failedAfter(nanos));
    }

    private synchronized boolean failedAfter(long nanos) {
      return failedAt != null && failedAt - nanos > 0;
    }

    synchronized Duration draw(boolean accepted) {
      List<Duration> fitting = accepted || refusals.isEmpty() ? acceptances : refusals;
      return fitting.isEmpty()
          ? around(sender.usualTime())
          : fitting.get(ThreadLocalRandom.current().nextInt(fitting.size()));
    }

    /** Between half and one and a half times as long. */
    private static Duration around(Duration middle) {
      double factor = 0.5 + ThreadLocalRandom.current().nextDouble();
      return Duration.ofNanos(Math.round(middle.toNanos() * factor));
    }
  }
}
