package dev.latchkey.operation;

/** Looks at one thing that the application needs. Called in the background, never by a request. */
public interface Check {

  /** As health names it. */
  String name();

  /** How it stands. Sends nothing to anybody; what it throws is taken for trouble. */
  Finding look();
}
