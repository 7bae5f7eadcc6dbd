package dev.latchkey.messaging;

import dev.latchkey.messaging.LimitVerdict.Decision;
import dev.latchkey.messaging.MessagingProperties.Limits;
import dev.latchkey.messaging.SendCounts.Scope;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How often codes may be sent, over all recoveries. What counts are the intents that follow a claim
 * in the same transaction, decoys included, so that known and unknown accounts meet the same
 * limits; notices count for nothing. A code that an opt-out kept back does not count for its
 * target, so that it can go out as soon as the person opts in.
 *
 * <p>The limits of one target are exact: claims for it wait for one another. The caps of a client,
 * of a block of numbers, of a country and in all may be passed by as many sends as run at the same
 * moment, and are not counted anew for each code while they have much room ({@link SendRoom}).
 */
@Component
public class SendLimits {
  private static final Logger LOG = LoggerFactory.getLogger(SendLimits.class);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Set<String> SIGNS_OF_PUMPING =
      Set.of(
          "country-not-allowed", "prefix-not-allowed", "prefix-hour", "country-hour", "total-hour");

  private final SendCounts counts;
  private final SendRoom room;
  private final SendTargets targets;
  private final Limits limits;
  private final NumberPrefixes prefixes;
  private final MeterRegistry meters;
  private final Clock clock;

  SendLimits(
      SendCounts counts,
      SendRoom room,
      SendTargets targets,
      MessagingProperties properties,
      MeterRegistry meters,
      Clock clock) {
    this.counts = counts;
    this.room = room;
    this.targets = targets;
    this.limits = properties.limits();
    this.prefixes = new NumberPrefixes(limits.prefixes());
    this.meters = meters;
    this.clock = clock;
  }

  /**
   * Asks to send one code. Joins the caller's transaction, in which the intent must follow; other
   * claims for the same target wait for its end.
   *
   * @param target null for a decoy
   * @param targetHash from {@link TargetHasher}
   * @param clientHash null when no client asked
   */
  @Transactional
  public LimitVerdict claim(Channel channel, String target, String targetHash, String clientHash) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LimitVerdict verdict = refusedForGood(channel, target);
    if (verdict == null) {
      targets.lock(targetHash);
      verdict = weigh(new Claim(channel, target, targetHash, clientHash, now));
    }
    if (verdict.decision() == Decision.ALLOWED) {
      targets.claimed(targetHash, now);
    } else {
      report(verdict.cause(), channel);
    }
    return verdict;
  }

  /**
   * Whether the rules let anything be sent to this target at all (form, country, prefix). One that
   * they do not is reported, and is best treated like a decoy: a refusal at once would show that it
   * is on file.
   */
  public boolean mayEverBeSentTo(Channel channel, String target) {
    LimitVerdict refusal = refusedForGood(channel, target);
    if (refusal != null) {
      report(refusal.cause(), channel);
    }
    return refusal == null;
  }

  /**
   * Whether the caps of the number's block and country have room for one more code now. Only what
   * is really sent counts for them, so a guest who asks for decoys cannot fill them. Where there is
   * no room, an address on file is best treated like a decoy: saying so would show that it is on
   * file, and where it belongs.
   *
   * @param target e-mail address, which these caps never hold back, or number
   */
  public boolean hasRoomFor(Channel channel, String target) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Tightest tightest = new Tightest(now);
    weighPlace(new Claim(channel, target, null, null, now), tightest);
    if (tightest.cause != null) {
      report(tightest.cause, channel);
    }
    return tightest.cause == null;
  }

  private LimitVerdict refusedForGood(Channel channel, String target) {
    if (target == null) {
      return null;
    }
    String cause = Targets.flaw(channel, target);
    if (cause == null
        && channel == Channel.TEXT_MESSAGE
        && !Targets.mayReceiveText(target, limits.countries())) {
      cause = "country-not-allowed";
    }
    if (cause == null && channel == Channel.TEXT_MESSAGE && !prefixes.allow(target)) {
      cause = "prefix-not-allowed";
    }
    return cause == null ? null : new LimitVerdict(Decision.REFUSED, null, cause);
  }

  private LimitVerdict weigh(Claim claim) {
    Tightest tightest = new Tightest(claim.now);
    tightest.weigh("too-soon", free(claim, Scope.TARGET, claim.targetHash, 1, limits.spacing()));
    tightest.weigh(
        "target-10-minutes",
        free(claim, Scope.TARGET, claim.targetHash, limits.perTargetIn10Minutes(), TEN_MINUTES));
    tightest.weigh(
        "target-day", free(claim, Scope.TARGET, claim.targetHash, limits.perTargetAndDay(), DAY));
    tightest.weigh(
        "client-hour",
        free(claim, Scope.CLIENT, claim.clientHash, limits.perClientAndHour(), HOUR));
    weighPlace(claim, tightest);
    tightest.weigh(
        "total-hour",
        free(claim, Scope.CHANNEL, claim.channel.name(), limits.inAll(claim.channel), HOUR));
    return tightest.verdict(claim.now.plus(limits.spacing()));
  }

  private void weighPlace(Claim claim, Tightest tightest) {
    tightest.weigh(
        "prefix-hour",
        free(
            claim,
            Scope.PREFIX,
            Targets.prefix(claim.channel, claim.target),
            limits.perPrefixAndHour(),
            HOUR));
    tightest.weigh(
        "country-hour",
        free(
            claim,
            Scope.COUNTRY,
            Targets.country(claim.channel, claim.target),
            limits.perCountryAndHour(),
            HOUR));
  }

  /** When the limit lets the next one through; at once if the scope does not apply. */
  private Instant free(Claim claim, Scope scope, String value, int limit, Duration window) {
    if (value == null) {
      return claim.now;
    }
    if (limit <= 0) {
      return claim.now.plus(window);
    }
    return scope != Scope.TARGET && hasRoom(claim, scope, value, limit, window)
        ? claim.now
        : whenFree(claim, scope, value, limit, window);
  }

  private boolean hasRoom(Claim claim, Scope scope, String value, int limit, Duration window) {
    if (room.takeUncounted(scope, value, claim.now)) {
      return true;
    }
    int count = counts.count(scope, value, limit, claim.now.minus(window));
    room.counted(scope, value, count, limit, claim.now);
    return count < limit;
  }

  private Instant whenFree(Claim claim, Scope scope, String value, int limit, Duration window) {
    return counts
        .newest(scope, value, limit, claim.now.minus(window))
        .map(oldest -> oldest.plus(window))
        .orElse(claim.now);
  }

  private void report(String cause, Channel channel) {
    meters.counter("latchkey.sends.limited", "cause", cause, "channel", channel.name()).increment();
    if (SIGNS_OF_PUMPING.contains(cause)) {
      LOG.warn("A code was not sent: {} ({})", cause, channel);
    }
  }

  private record Claim(
      Channel channel, String target, String targetHash, String clientHash, Instant now) {}

  /** The limit that holds longest decides. */
  private static final class Tightest {
    private final Instant now;
    private Instant next;
    private String cause;

    Tightest(Instant now) {
      this.now = now;
      this.next = now;
    }

    void weigh(String name, Instant possible) {
      if (possible.isAfter(next)) {
        next = possible;
        cause = name;
      }
    }

    LimitVerdict verdict(Instant nextIfAllowed) {
      if (cause == null) {
        return new LimitVerdict(Decision.ALLOWED, nextIfAllowed, null);
      }
      boolean soon = !next.isAfter(now.plus(LONGEST_WAIT));
      return new LimitVerdict(soon ? Decision.LATER : Decision.REFUSED, next, cause);
    }
  }
}
