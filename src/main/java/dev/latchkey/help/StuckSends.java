package dev.latchkey.help;

/** Messages that the process engine gave up on until somebody looks into it. */
public interface StuckSends {

  /** How many there are now, decoys among them; nothing about whose they are. */
  int count();
}
