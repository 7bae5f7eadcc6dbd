package dev.latchkey.review;

import java.util.List;

/**
 * What a reviewer sees of a request: ready to be shown, in English, times in UTC. Addresses are
 * masked, and there are no codes.
 *
 * @param reference names the case in conversation; no secret
 * @param attention what to know before deciding, as sentences
 * @param said what the person wrote, in their words
 * @param decided what reviewers decided before the one who looks
 * @param stated what they said that can be compared, with the answers to questions
 */
public record CaseFile(
    String reference,
    String openedAt,
    Person person,
    RiskLevel level,
    List<RiskSign> signs,
    List<String> attention,
    Said said,
    List<Compared> stated,
    List<WayTried> ways,
    List<Event> timeline,
    List<Event> earlier,
    List<Decided> decided,
    Panel panel) {

  /**
   * Whose account it is, masked. Dates are given as spans: reviewers are asked to compare them, so
   * they must not know them.
   */
  public record Person(
      boolean known,
      String name,
      String userName,
      String kind,
      String status,
      boolean secondFactor,
      String age,
      String contactChanged,
      List<MaskedAddress> addresses) {}

  /**
   * An address on file.
   *
   * @param ordinal its place in the account's list, from 1
   */
  public record MaskedAddress(int ordinal, String kind, String masked, boolean verified) {}

  /** What the person wrote themselves, and where they want the answer, masked. */
  public record Said(String statement, String lost, String contact, boolean contactOnFile) {}

  /**
   * Something said beside what is on file.
   *
   * @param answer in the person's words; null while a question is not answered
   */
  public record Compared(String topic, String answer, Match match) {}

  /** How far the person got by one way, and the wrong tries since its last success. */
  public record WayTried(String way, String result, boolean passed, int wrongTries) {}

  /** What a colleague decided, in words, with the note to colleagues. */
  public record Decided(String reviewer, String decision, String reason, String note) {}

  /** Something that happened. */
  public record Event(String at, String what, String detail) {}

  /**
   * What the reviewer can choose from.
   *
   * @param mayAsk whether they may ask for more: a second approval is a yes or a no
   */
  public record Panel(
      boolean approvable,
      boolean mayAsk,
      List<Choice> approveReasons,
      List<Choice> declineReasons,
      List<Choice> questions,
      List<Choice> challenges) {}

  /** A value of the form and its words. */
  public record Choice(String value, String label) {}
}
