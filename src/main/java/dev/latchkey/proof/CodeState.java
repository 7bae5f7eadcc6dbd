package dev.latchkey.proof;

/** Where an issue of a one-time code stands. Only {@link #OPEN} ones can be used, once. */
public enum CodeState {
  OPEN,
  USED,
  /** A newer issue of the same recovery took its place. */
  REPLACED,
  /** Too many wrong tries. */
  DEAD,
  /** The recovery no longer waits for it. */
  CLOSED
}
