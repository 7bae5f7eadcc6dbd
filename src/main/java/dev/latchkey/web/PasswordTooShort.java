package dev.latchkey.web;

/** A page was asked for that stays closed until the account is protected well enough (R21). */
class PasswordTooShort extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
