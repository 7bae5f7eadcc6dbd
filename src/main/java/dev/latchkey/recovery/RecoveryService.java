package dev.latchkey.recovery;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What a person can do with a recovery; pages and REST interface use this and nothing else. */
public interface RecoveryService extends Steps {

  /**
   * Opens a recovery for whatever account the identifier names, or a decoy if it names none; the
   * caller cannot tell which.
   *
   * @param typed as typed by the person; may be null or blank
   * @param purpose what was lost: {@link CasePurpose#PASSWORD} or {@link CasePurpose#SECOND_FACTOR}
   * @param locale language of the page it came from
   */
  OpenResult open(String typed, CasePurpose purpose, Locale locale, Client client);

  /** Whether an e-mail link would still be taken. Changes nothing, however often it is called. */
  boolean linkUsable(String linkToken);

  /** Uses an e-mail link in place of the typed code; gives the caller a new token if it counts. */
  AnswerResult useLink(String linkToken);

  /** What a "this wasn't me" link refers to, or empty if the token is unknown. Changes nothing. */
  Optional<Objection> objection(String objectionToken);

  /**
   * "This wasn't me": stops the recovery, or takes restored access back, and alerts support.
   *
   * @return the state afterwards, or empty if the token is unknown
   */
  Optional<Objection> object(String objectionToken);

  /**
   * A recovery or change as the one who objects sees it.
   *
   * @param stoppable whether objecting (still) stops something
   * @param openedAt UTC
   */
  record Objection(
      CasePurpose purpose,
      RecoveryStatus status,
      boolean stoppable,
      Instant openedAt,
      Locale locale) {}
}
