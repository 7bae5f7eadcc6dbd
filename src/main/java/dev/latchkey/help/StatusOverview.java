package dev.latchkey.help;

import java.time.Instant;
import java.util.List;

/**
 * How the service works, as everybody may know it: the same for all, and nothing about any account.
 * All instants are UTC.
 *
 * @param waiting messages that the providers cannot take at present and that go out later
 * @param stuck messages that staff have to look into
 */
public record StatusOverview(
    Instant readAt, List<OfChannel> channels, List<ServiceNotice> notices, int waiting, int stuck) {

  /**
   * One channel.
   *
   * @param channel its key
   * @param since since when it is so; null if always, or as far as anybody remembers
   * @param countries where it is worse than in all
   */
  public record OfChannel(
      String channel, ServiceState state, Instant since, List<InCountry> countries) {}

  /** How a channel works for the numbers of one country. */
  public record InCountry(String country, ServiceState state) {}
}
