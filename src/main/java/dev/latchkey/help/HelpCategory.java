package dev.latchkey.help;

import java.util.Locale;

/** The parts of the help centre, in the order in which they are shown. */
public enum HelpCategory {
  CODES,
  PASSWORD,
  PHONE,
  DEVICES,
  BACKUP_CODES,
  SUPPORT;

  /** Part of text keys. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
