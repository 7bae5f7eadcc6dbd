package dev.latchkey.web;

/**
 * Asks once more before something is removed or turned off.
 *
 * @param key part of the texts' keys
 * @param about what it is about, as the account holder knows it, or an empty string
 * @param action where the answer goes
 * @param id of what is to be removed, or null
 * @param back the page to return to without a change
 */
record Question(String key, String about, String action, String id, String back) {
  static final String VIEW = "account/question";
}
