package dev.latchkey.review;

import java.util.Arrays;
import java.util.Optional;

/**
 * What the owner of an account is likelier to know than anybody else. Support sees whether an
 * answer fits what is on file, never the stored value.
 */
public enum Fact {
  /** Since when the account cannot be used. */
  LOST_SINCE("lost-since", Form.PERIOD),
  /** When, and perhaps where, they last signed in, as they put it. */
  LAST_SIGN_IN("last-sign-in", Form.TEXT),
  /** About when the account was opened. */
  ACCOUNT_SINCE("account-since", Form.PERIOD),
  /** A phone number or e-mail address that the account had earlier. */
  OLD_ADDRESS("old-address", Form.ADDRESS),
  /** Country of the phone number on the account, ISO 3166. */
  HOME_REGION("home-region", Form.REGION),
  /** Language of our messages to the account holder. */
  LANGUAGE("language", Form.LANGUAGE);

  /** How an answer looks. */
  public enum Form {
    /** A year, a month or a day: 2019, 2019-03 or 2019-03-31. */
    PERIOD,
    TEXT,
    ADDRESS,
    REGION,
    LANGUAGE
  }

  private final String key;
  private final Form form;

  Fact(String key, Form form) {
    this.key = key;
    this.form = form;
  }

  /** The value in settings, in the database, in the REST interface and in text keys. */
  public String key() {
    return key;
  }

  /** How an answer looks. */
  public Form form() {
    return form;
  }

  /** The key as the name of an input, which has letters alone: old_address. */
  public String field() {
    return key.replace('-', '_');
  }

  /** The fact with this key, or empty (also for null). */
  public static Optional<Fact> ofKey(String key) {
    return Arrays.stream(values()).filter(fact -> fact.key.equals(key)).findFirst();
  }
}
