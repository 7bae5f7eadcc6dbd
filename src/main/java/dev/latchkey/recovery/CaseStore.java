package dev.latchkey.recovery;

import dev.latchkey.directory.AccountChange;
import dev.latchkey.proof.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the rows of recoveries. Every write joins the caller's transaction; a conditional write
 * says by its result whether it happened. Tokens never come here, only their hashes.
 */
public interface CaseStore {

  /** A new, open case in step {@code preparing}. */
  void insert(NewCase newCase);

  /** The case with this id, or empty. */
  Optional<RecoveryCase> byId(String caseId);

  /**
   * Locks the case's row until the caller's transaction ends and reads it afresh. Does not wait:
   * empty if another transaction has it. Answers and jobs take this row before anything else, so
   * they cannot block each other in a circle, nor hold all connections while they wait.
   */
  Optional<RecoveryCase> tryLock(String caseId);

  /** The case whose bearer token has this hash, or empty. */
  Optional<RecoveryCase> byTokenHash(String tokenHash);

  /** The case whose "this wasn't me" token has this hash, or empty. */
  Optional<RecoveryCase> byObjectionHash(String objectionHash);

  /** Makes another token the only one that works. */
  void replaceToken(String caseId, String newTokenHash);

  /**
   * Notes what the directory found and forgets what was typed.
   *
   * @param typedTargetHash keyed hash of the address or number that was typed; null for a user name
   */
  void writeLookup(
      String caseId,
      String accountId,
      String typedAddressId,
      String typedTargetHash,
      String subject);

  /** Notes the country (ISO 3166) of the number that was typed; null if it was none. */
  void writeTypedCountry(String caseId, String country);

  /** The country of the number that was typed, or empty. */
  Optional<String> typedCountry(String caseId);

  /** Notes the ways of the plan, in order. */
  void writeWays(String caseId, List<Way> ways);

  /**
   * Notes the way in progress (null for none) and whether the contact address is confirmed; forgets
   * the number of an earlier login request.
   */
  void writeWay(String caseId, Way way, boolean confirmsContact);

  /** Notes the number that the asking side of a login request shows. */
  void writeApprovalNumber(String caseId, String number);

  /** Notes what happened last, for the page; null clears it. */
  void writeNotice(String caseId, String notice);

  /** Notes where the process waits; the step number rises by one. {@code due} may be null. */
  void writeStep(String caseId, String step, Set<RecoveryMessage> offers, Instant due);

  /** Notes the end of the hold. */
  void writeHold(String caseId, Instant until);

  /** Keeps the hash of the password that the person chose until access is restored. */
  void keepPendingPassword(String caseId, String hash);

  /** The kept hash, or empty. */
  Optional<String> pendingPassword(String caseId);

  /** Ends an open case; false if it was not open. Forgets a pending password. */
  boolean close(String caseId, RecoveryStatus status);

  /** Marks an open case as restored; false if it was not open, so exactly one reset can happen. */
  boolean markRestored(String caseId, Instant at);

  /** Notes a change that was made already: from now on the case can be objected to. */
  void markChanged(String caseId, AccountChange change, Instant at);

  /** Notes what a recovery changed beside what it is for, so that it can be taken back. */
  void noteChange(String caseId, AccountChange change);

  /** Uses a finished second step up; false if it is not finished, or was used already. */
  boolean redeem(String caseId);

  /** Turns restored access back into a stopped recovery; false if the case was not restored. */
  boolean stopRestored(String caseId);

  /** Voids a finished second step before it is used; false if it is not finished, or was used. */
  boolean cancelProven(String caseId);

  /** Other cases of the same account that run, or whose second step can still be used. */
  List<String> otherUnfinishedCases(String accountId, String exceptCaseId);

  /** When "this wasn't me" was last said of anything of this account (UTC), or empty. */
  Optional<Instant> lastObjection(String accountId);

  /** Earlier recoveries of the account (no sign-ins or changes), newest first, at most twenty. */
  List<RecoveryCase> history(String accountId, String exceptCaseId);

  /** How many recoveries this client opened within the time before {@code now}, up to a number. */
  int openedBy(String clientHash, Instant now, Duration within, int upTo);

  /** How many accounts, real or not, this client asked to recover since then. */
  int accountsAskedForBy(String clientHash, Instant since);

  /** Changes the language of the recovery's messages. */
  void writeLocale(String caseId, Locale locale);
}
