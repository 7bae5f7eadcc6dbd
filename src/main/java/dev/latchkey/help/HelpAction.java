package dev.latchkey.help;

import java.util.Locale;

/** The step that a topic's button starts. */
public enum HelpAction {
  /** Whoever is under way already goes on there instead. */
  RECOVER("/"),
  RECOVER_SECOND_FACTOR("/?lost=second-factor"),
  SIGN_IN("/account/sign-in"),
  ACTIVITY("/account/activity"),
  ADDRESSES("/account/addresses"),
  APP("/account/app"),
  BACKUP_CODES("/account/backup-codes"),
  LOGIN_REQUESTS("/account/login-requests"),
  TEMPORARY_PASSWORDS("/account/temporary-passwords");

  private final String path;

  HelpAction(String path) {
    this.path = path;
  }

  /** The page's address below the site's. */
  public String path() {
    return path;
  }

  /** Part of text keys. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether somebody with a recovery or sign-in under way goes on there rather than anew. */
  public boolean resumes() {
    return this == RECOVER;
  }
}
