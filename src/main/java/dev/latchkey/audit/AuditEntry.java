package dev.latchkey.audit;

import java.time.Instant;

/**
 * One entry of the log. All texts are single lines.
 *
 * @param at when, UTC, in milliseconds
 * @param caseId the recovery or sign-in it belongs to, or null
 * @param actor role or staff login, never an address
 * @param network hint of the client's network, or null if nobody called
 * @param clientHash keyed hash of that network, by which entries of one client are found; or null
 * @param agent how the client described itself, or null
 * @param detail or null
 * @param seal keyed hash of all that stands above, made when the entry was written; null only in an
 *     entry from before there were seals
 * @param link its place in the chain, or null as long as it waits for one
 */
public record AuditEntry(
    String id,
    Instant at,
    String caseId,
    String actor,
    String network,
    String clientHash,
    String agent,
    String action,
    String outcome,
    String detail,
    String seal,
    Link link) {

  /**
   * A place in the chain.
   *
   * @param seq counts up from 1 without a gap
   * @param previous hash of the entry before; empty for the first
   * @param hash keyed hash of number, previous hash and seal
   */
  public record Link(long seq, String previous, String hash) {}

  AuditEntry sealed(String newSeal) {
    return new AuditEntry(
        id, at, caseId, actor, network, clientHash, agent, action, outcome, detail, newSeal, link);
  }
}
