package dev.latchkey.help;

import dev.latchkey.messaging.Channel;
import dev.latchkey.messaging.ChannelHealth;
import dev.latchkey.messaging.ChannelHealth.Health;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** What people are told of how the service works at present. */
@Service
public class ServiceStatus {
  private final ChannelHealth measured;
  private final ServiceNotices notices;
  private final StuckSends stuck;
  private final Clock clock;

  ServiceStatus(ChannelHealth measured, ServiceNotices notices, StuckSends stuck, Clock clock) {
    this.measured = measured;
    this.notices = notices;
    this.stuck = stuck;
    this.clock = clock;
  }

  /**
   * How well a channel works, as measured.
   *
   * @param country as for {@link #announced}
   */
  public Health health(Channel channel, String country) {
    return measured.of(channel, country);
  }

  /**
   * Since when a channel is in the state that it is in, as measured, else as announced (UTC); null
   * if it always was or that is not known.
   *
   * @param country as for {@link #announced}
   */
  public Instant since(Channel channel, String country) {
    List<ServiceNotice> current = notices.current();
    ServiceState measuredState = ServiceState.of(measured.of(channel));
    ServiceState state = measuredState.orWorse(announcedState(current, channel, country));
    return since(channel, country, state, measuredState, current);
  }

  /**
   * Whether staff announced trouble with this channel that holds now.
   *
   * @param country ISO 3166 code of the number typed, or null when it is not known; only notices
   *     for every country count then
   */
  public boolean announced(Channel channel, String country) {
    return announcedState(notices.current(), channel, country) != ServiceState.GOOD;
  }

  /**
   * How well a channel works, measured or announced, whichever is worse.
   *
   * @param country as for {@link #announced}
   */
  public ServiceState state(Channel channel, String country) {
    return ServiceState.of(measured.of(channel, country))
        .orWorse(announcedState(notices.current(), channel, country));
  }

  /** The same by the channel's key; good for a key that names none. */
  public ServiceState state(String channelKey, String country) {
    return Channel.ofKey(channelKey)
        .map(channel -> state(channel, country))
        .orElse(ServiceState.GOOD);
  }

  /** Everything at once. */
  public StatusOverview overview() {
    List<ServiceNotice> current = notices.current();
    return new StatusOverview(
        clock.instant(),
        Arrays.stream(Channel.values()).map(channel -> ofChannel(channel, current)).toList(),
        current,
        Arrays.stream(Channel.values()).mapToInt(measured::waiting).sum(),
        stuck.count());
  }

  private StatusOverview.OfChannel ofChannel(Channel channel, List<ServiceNotice> current) {
    ServiceState measuredState = ServiceState.of(measured.of(channel));
    ServiceState state = measuredState.orWorse(announcedState(current, channel, null));
    return new StatusOverview.OfChannel(
        channel.key(), state, since(channel, null, state, measuredState, current), worse(channel));
  }

  /** Since when it is measured to be so, else since when it is announced. */
  private Instant since(
      Channel channel,
      String country,
      ServiceState state,
      ServiceState measuredState,
      List<ServiceNotice> all) {
    if (state == measuredState) {
      return measured.since(channel);
    }
    return all.stream()
        .filter(notice -> notice.isAbout(channel, country) && notice.kind().meaning() == state)
        .map(ServiceNotice::startsAt)
        .min(Instant::compareTo)
        .orElse(null);
  }

  private List<StatusOverview.InCountry> worse(Channel channel) {
    return measured.countries(channel).entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> new StatusOverview.InCountry(e.getKey(), ServiceState.of(e.getValue())))
        .toList();
  }

  private static ServiceState announcedState(
      List<ServiceNotice> current, Channel channel, String country) {
    return current.stream()
        .filter(notice -> notice.isAbout(channel, country))
        .map(notice -> notice.kind().meaning())
        .reduce(ServiceState.GOOD, ServiceState::orWorse);
  }
}
