package dev.latchkey.web;

import java.util.Locale;

/** What a change of security settings came to, said on the page that is shown next. */
enum Done {
  LANGUAGE_CHANGED,
  PASSWORD_CHANGED,
  ADDRESS_REMOVED,
  ADDRESS_REMOVED_FACTOR_OFF,
  SECOND_FACTOR_OFF,
  APP_ADDED,
  APP_EXPIRED,
  APP_REMOVED,
  APP_REMOVED_FACTOR_OFF;

  /** Part of the text's key. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The view that leads to a page which says it. */
  String on(String page) {
    return "redirect:" + page + "?done=" + key();
  }
}
