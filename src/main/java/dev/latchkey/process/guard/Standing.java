package dev.latchkey.process.guard;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is certain of a recovery at one place of the diagrams, whichever path led there.
 *
 * @param kinds kinds of proof that were surely given
 * @param enough whether the ledger was asked and said that they suffice
 * @param hold how far the security hold is
 * @param known what is known of the variables that the guard follows, in the running process
 */
record Standing(Set<Kind> kinds, boolean enough, Hold hold, Map<String, Value> known) {

  /**
   * Kinds of R11, and that a new address was confirmed. An approval is not among them: where a
   * second reviewer is wanted, one that was recorded is no proof yet.
   */
  enum Kind {
    ISSUED,
    SAVED,
    BOUND,
    NEW_ADDRESS
  }

  /** In the order in which it gets nearer to the lock; the last two are equally good. */
  enum Hold {
    UNDECIDED,
    WANTED,
    TOLD,
    OVER,
    NOT_WANTED
  }

  /** Nothing is known at the start of a process that nobody calls. */
  static Standing atStart() {
    return new Standing(Set.of(), false, Hold.UNDECIDED, unknown());
  }

  private static Map<String, Value> unknown() {
    Map<String, Value> known = new TreeMap<>();
    for (String name :
        Set.of(
            Words.ENOUGH_PROOF,
            Words.APPROVED,
            Words.HOLD_WANTED,
            Words.OUTCOME,
            Words.CHECK_OUTCOME,
            Words.CHANNEL)) {
      known.put(name, Value.ANYTHING);
    }
    return known;
  }

  /** In a called process: the proofs stay, the variables are others. */
  Standing called(Value channel) {
    return new Standing(kinds, enough, hold, unknown()).with(Words.CHANNEL, channel);
  }

  /** Back from a called process: the proofs that it brought, the variables of here. */
  Standing after(Standing called) {
    return new Standing(called.kinds, called.enough, called.hold, known);
  }

  Standing with(String variable, Value value) {
    Map<String, Value> changed = new TreeMap<>(known);
    changed.put(variable, value);
    return new Standing(kinds, enough, hold, changed);
  }

  Standing knowing(Map<String, Value> changed) {
    return new Standing(kinds, enough, hold, changed);
  }

  Standing weighedEnough() {
    return new Standing(kinds, true, hold, known);
  }

  /**
   * A hold that was decided before counts no more: it begins with the last proof. A stronger proof
   * while the hold runs is the exception: the hold can only become shorter by it.
   */
  Standing proven(Kind kind) {
    Set<Kind> more = EnumSet.of(kind);
    more.addAll(kinds);
    Standing with = new Standing(more, enough, hold, known);
    boolean stronger = kind == Kind.SAVED || kind == Kind.BOUND;
    return stronger && hold == Hold.TOLD ? with : with.mayHaveProven();
  }

  Standing mayHaveProven() {
    return new Standing(kinds, enough, Hold.UNDECIDED, known);
  }

  Standing holding(Hold now) {
    return new Standing(kinds, enough, now, known);
  }

  /** Without what nobody asks for any more. */
  Standing forgettingAllBut(Set<String> variables) {
    Map<String, Value> changed = new TreeMap<>(known);
    changed.replaceAll((name, value) -> variables.contains(name) ? value : Value.ANYTHING);
    return new Standing(kinds, enough, hold, changed);
  }

  /** Whether whoever stands like that can do nothing that one who stands like this could not. */
  boolean covers(Standing other) {
    boolean provesLess = other.kinds.containsAll(kinds) && (other.enough || !enough);
    boolean holdsLess = hold.compareTo(other.hold) <= 0 || (holdDone() && other.holdDone());
    return provesLess
        && holdsLess
        && known.entrySet().stream()
            .allMatch(e -> e.getValue().covers(other.known.get(e.getKey())));
  }

  boolean enoughProof() {
    return enough || kinds.stream().filter(kind -> kind != Kind.NEW_ADDRESS).count() >= 2;
  }

  boolean holdDone() {
    return hold == Hold.NOT_WANTED || hold == Hold.OVER;
  }
}
