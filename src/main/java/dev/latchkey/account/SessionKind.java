package dev.latchkey.account;

/** What a session may be used for. */
public enum SessionKind {
  /** A person at the account pages. */
  BROWSER,
  /** A third-party app: uses the service for the person, but changes nothing about the account. */
  APP
}
