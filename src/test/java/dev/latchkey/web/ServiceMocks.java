package dev.latchkey.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.latchkey.help.NoticeKind;
import dev.latchkey.help.ServiceNotice;
import dev.latchkey.help.ServiceState;
import dev.latchkey.help.ServiceStatus;
import dev.latchkey.help.StatusOverview;
import dev.latchkey.help.StatusOverview.InCountry;
import dev.latchkey.help.StatusOverview.OfChannel;
import dev.latchkey.messaging.Channel;
import dev.latchkey.messaging.ChannelHealth.Health;
import dev.latchkey.recovery.TypedCountries;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How the service works in tests of pages: as it should, unless a test says otherwise. Whoever
 * recovers typed a number in India.
 */
public final class ServiceMocks {
  private static final String TYPED_IN = "IN";
  private static final Map<String, ServiceState> STATES = new ConcurrentHashMap<>();

  private ServiceMocks() {}

  /** Everything works. */
  public static void works() {
    STATES.clear();
  }

  /**
   * From now on this channel is so.
   *
   * @param channel its key, or key and country, as in text-message-IN
   */
  public static void set(String channel, ServiceState state) {
    STATES.put(channel, state);
  }

  static ServiceStatus status() {
    ServiceStatus status = mock(ServiceStatus.class);
    when(status.state(anyString(), any()))
        .thenAnswer(call -> state(call.getArgument(0), call.getArgument(1)));
    when(status.health(any(), any())).thenReturn(Health.GOOD);
    when(status.overview()).thenAnswer(call -> overview());
    return status;
  }

  static TypedCountries countries() {
    TypedCountries countries = mock(TypedCountries.class);
    when(countries.of(any())).thenReturn(Optional.of(TYPED_IN));
    return countries;
  }

  private static ServiceState state(String channel, String country) {
    ServiceState inAll = STATES.getOrDefault(channel, ServiceState.GOOD);
    ServiceState there = STATES.getOrDefault(channel + "-" + country, ServiceState.GOOD);
    return inAll.compareTo(there) < 0 ? there : inAll;
  }

  private static StatusOverview overview() {
    boolean good = STATES.isEmpty();
    return new StatusOverview(
        Situations.NOW,
        List.of(of(ServiceBanners.TEXT_MESSAGE, good), of(ServiceBanners.EMAIL, good)),
        good ? List.of() : List.of(withText(), withoutText()),
        good ? 0 : 12,
        good ? 0 : 1);
  }

  private static OfChannel of(String channel, boolean good) {
    return new OfChannel(
        channel,
        state(channel, null),
        good ? null : Situations.NOW.minusSeconds(900),
        good ? List.of() : List.of(new InCountry(TYPED_IN, ServiceState.SLOW)));
  }

  /** With markup in it, which must stay text. */
  private static ServiceNotice withText() {
    return notice(
        NoticeKind.OUTAGE,
        EnumSet.allOf(Channel.class),
        List.of(TYPED_IN, "JP"),
        Map.of("en", "One carrier has <b>trouble</b> ${7*7}.", "ja", "一部の通信会社で障害です。"));
  }

  private static ServiceNotice withoutText() {
    return notice(NoticeKind.MAINTENANCE, EnumSet.of(Channel.EMAIL), List.of(), Map.of());
  }

  private static ServiceNotice notice(
      NoticeKind kind, Set<Channel> channels, List<String> countries, Map<String, String> texts) {
    return new ServiceNotice(
        "id-" + kind.key(),
        kind,
        channels,
        countries,
        texts,
        Situations.NOW.minusSeconds(1800),
        Situations.NOW.plusSeconds(7200),
        "omar",
        Situations.NOW.minusSeconds(1800),
        null,
        null);
  }
}
