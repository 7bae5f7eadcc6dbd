package dev.latchkey.help;

import java.util.List;

/** The table of reasons and remedies, which analysts edit. */
public interface AdviceTable {

  /** The rows that fit, in the table's order; empty if none does. Changes nothing. */
  List<Row> rows(Situation situation);

  /**
   * What the table is asked about: nothing of a person.
   *
   * @param channel by which the code comes
   * @param receipt what became of the newest code by it
   * @param providerCause why it did not arrive, or {@code none}
   * @param limited whether codes are refused for a while because of too many
   * @param clockOff whether an app's code of another time was entered
   * @param announced whether staff announced trouble with the channel
   * @param health {@code good}, {@code slow} or {@code down}
   * @param symptom what the person ticked, or {@code none}
   */
  record Situation(
      String channel,
      String receipt,
      String providerCause,
      boolean limited,
      boolean clockOff,
      boolean announced,
      String health,
      String symptom) {
    /** Nothing reported, no cause, nothing ticked. */
    public static final String NONE = "none";
  }

  /**
   * A row that fits.
   *
   * @param nextWays the best one first
   * @param tick word with which a person says that this is it; empty for a fact
   * @param since which moment the fact is known from: {@code receipt}, {@code sent}, {@code
   *     status}, or empty
   */
  record Row(
      String cause,
      Advice.Certainty certainty,
      String text,
      List<String> guides,
      List<String> nextWays,
      String tick,
      String since) {}
}
