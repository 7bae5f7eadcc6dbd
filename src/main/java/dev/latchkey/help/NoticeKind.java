package dev.latchkey.help;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What staff can announce; each kind has a text in every language. */
public enum NoticeKind {
  OUTAGE(ServiceState.DOWN),
  DELAYS(ServiceState.SLOW),
  MAINTENANCE(ServiceState.DOWN),
  INFORMATION(ServiceState.GOOD);

  private final ServiceState meaning;

  NoticeKind(ServiceState meaning) {
    this.meaning = meaning;
  }

  /** What the channels named by such a notice count as while it holds. */
  ServiceState meaning() {
    return meaning;
  }

  /** Part of text keys: outage, delays, maintenance, information. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of this key, or empty. */
  public static Optional<NoticeKind> ofKey(String key) {
    return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
  }
}
