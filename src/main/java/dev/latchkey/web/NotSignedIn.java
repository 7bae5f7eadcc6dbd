package dev.latchkey.web;

/** A page for signed-in people was asked for without a session. */
class NotSignedIn extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
