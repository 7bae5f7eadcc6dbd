package dev.latchkey.directory;

import java.util.Locale;

/** A change of an account's security settings that its holder is told of. */
public enum AccountChange {
  PASSWORD_CHANGED,
  ADDRESS_ADDED,
  ADDRESS_REMOVED,
  SECOND_FACTOR_ON,
  SECOND_FACTOR_OFF,
  APP_ADDED,
  APP_REMOVED,
  BACKUP_CODES_MADE,
  TEMPORARY_PASSWORD_MADE,
  LOGIN_REQUESTS_ON,
  LOGIN_REQUESTS_OFF;

  /** Part of text keys and of database rows. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
