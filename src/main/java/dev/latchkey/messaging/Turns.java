package dev.latchkey.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/**
 * Keeps the calls of providers under the configured rate, over all nodes. Decoys take their turn as
 * real codes do, so that the wait tells nothing.
 *
 * <p>Codes queue. Notices do not while they are new: they come again later, so that no code waits
 * for them.
 */
@Component
class Turns {
  private static final int SHARES_A_SECOND = 10;
  private static final Duration NEW = Duration.ofMinutes(5);
  private static final Duration EVER = Duration.ofDays(365);
  private static final Duration NOTICES_SPREAD_OVER = Duration.ofSeconds(5);

  private final SendRate rate;
  private final MessageTable messages;
  private final OwnTransaction ownTransaction;
  private final MeterRegistry meters;
  private final Clock clock;
  private final Map<Channel, NodeShare> shares = new EnumMap<>(Channel.class);

  Turns(
      SendRate rate,
      MessageTable messages,
      OwnTransaction ownTransaction,
      MessagingProperties properties,
      RealTime time,
      MeterRegistry meters,
      Clock clock) {
    this.rate = rate;
    this.messages = messages;
    this.ownTransaction = ownTransaction;
    this.meters = meters;
    this.clock = clock;
    for (Channel channel : Channel.values()) {
      int calls = Math.max(1, properties.limits().perSecond(channel) / SHARES_A_SECOND);
      shares.put(
          channel,
          new NodeShare(time, calls, () -> ownTransaction.call(() -> rate.give(channel, calls))));
    }
  }

  /**
   * Makes sure that the provider may be called for this message now.
   *
   * @param end when the message is of no use any more, or null for never
   * @return false if its turn would come after the end
   * @throws NotYetTurn if it has to wait
   */
  boolean come(StoredMessage message, Instant end) {
    Instant now = clock.instant();
    Instant turn = message.turnAt();
    if (turn != null && now.isBefore(turn)) {
      throw new NotYetTurn(Duration.between(now, turn));
    }
    NodeShare share = shares.get(message.channel());
    if (share.take(turn != null)) {
      return true;
    }
    meters.counter("latchkey.sends.put.off", "channel", message.channel().name()).increment();
    if (message.codeIssueId() == null && now.isBefore(message.createdAt().plus(NEW))) {
      throw new NotYetTurn(share.queue().plus(sometime()));
    }
    Duration longest = end == null ? EVER : Duration.between(now, end);
    Optional<Duration> wait = ownTransaction.call(() -> queue(message, longest));
    wait.ifPresent(
        left -> {
          share.queueLasts(left);
          throw new NotYetTurn(left);
        });
    return false;
  }

  private Optional<Duration> queue(StoredMessage message, Duration longest) {
    Optional<Duration> wait = rate.queue(message.channel(), longest);
    wait.ifPresent(
        left ->
            messages.setTurn(
                message.id(), clock.instant().plus(left).truncatedTo(ChronoUnit.MILLIS)));
    return wait;
  }

  private static Duration sometime() {
    long most = NOTICES_SPREAD_OVER.toMillis();
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 5, most));
  }
}
