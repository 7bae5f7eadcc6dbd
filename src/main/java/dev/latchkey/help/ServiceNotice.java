package dev.latchkey.help;

import dev.latchkey.messaging.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Trouble or work that staff announce. All instants are UTC.
 *
 * @param channels that it is about; at least one
 * @param countries ISO 3166 codes of the numbers that it is about, in order; empty for all
 * @param texts free text by language (en, ja, mr); empty where nothing is to be added to the kind
 * @param endsAt expected end, or null
 * @param openedBy login of the member of staff
 * @param closedBy null as long as nobody closed it
 */
public record ServiceNotice(
    String id,
    NoticeKind kind,
    Set<Channel> channels,
    List<String> countries,
    Map<String, String> texts,
    Instant startsAt,
    Instant endsAt,
    String openedBy,
    Instant openedAt,
    String closedBy,
    Instant closedAt) {

  /** Keys of the channels, for texts and interfaces. */
  public List<String> channelKeys() {
    return channels.stream().map(Channel::key).toList();
  }

  /** Language in which the free text is shown to readers of this one; null if there is no text. */
  public String textLanguage(Locale reader) {
    if (texts.isEmpty()) {
      return null;
    }
    return texts.containsKey(reader.getLanguage()) ? reader.getLanguage() : NewNotice.ENGLISH;
  }

  /** The free text for readers of this language, in English if need be; null if there is none. */
  public String text(Locale reader) {
    return texts.isEmpty() ? null : texts.get(textLanguage(reader));
  }

  /** Whether it holds at this time. */
  public boolean holds(Instant at) {
    return closedAt == null && !startsAt.isAfter(at) && (endsAt == null || endsAt.isAfter(at));
  }

  /** Whether it will never hold again: closed, or past its end. */
  public boolean over(Instant at) {
    return closedAt != null || (endsAt != null && !endsAt.isAfter(at));
  }

  boolean isAbout(Channel channel, String country) {
    return channels.contains(channel)
        && (countries.isEmpty() || (country != null && countries.contains(country)));
  }
}
