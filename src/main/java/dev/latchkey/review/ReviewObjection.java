package dev.latchkey.review;

import java.util.Locale;

/** Why a reviewer may not decide as they want to, as a sentence for them. */
public enum ReviewObjection {
  NOT_CLAIMED("Claim the task before you decide it."),
  NOT_SUPPORT("Requests are decided by support."),
  OWN_ACCOUNT("This is your own account: leave the decision to a colleague."),
  TOO_CLOSE(
      "This account shares an address or a number with you: leave the decision to a colleague."),
  NOT_A_LEAD("The second approval is for support leads."),
  SAME_PERSON("You approved this request already: a second approval needs somebody else."),
  NO_DECISION("Choose approve, decline or ask."),
  NO_ASKING("A second approval is a yes or a no: approve or decline."),
  NO_FITTING_REASON("Choose a reason that fits the decision."),
  UNKNOWN_FIELD(
      "The form has decision, reason, note, questions and challenge: leave out whatever else you"
          + " send."),
  NO_NOTE("Write a note that says what you looked at."),
  NOTE_TOO_LONG("Keep the note to 2,000 characters."),
  NO_ACCOUNT("There is no account to approve: decline with 'no such account'."),
  UNKNOWN_QUESTION(
      "One of the questions is unknown. Load the task again and choose from its list."),
  NOTHING_ASKED("Choose a question or a code before you ask the person."),
  UNKNOWN_CHALLENGE("A code can go to a confirmed address of the account, or be read out.");

  private final String sentence;

  ReviewObjection(String sentence) {
    this.sentence = sentence;
  }

  /** For the reviewer. */
  public String sentence() {
    return sentence;
  }

  /** For the audit log. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
