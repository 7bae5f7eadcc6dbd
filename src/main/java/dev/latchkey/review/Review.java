package dev.latchkey.review;

import java.time.Instant;

/**
 * A request to support. All instants are UTC.
 *
 * @param contact address for the answer; confirmed by a code if {@code contactConfirmedAt} is set
 * @param state STATED, WAITING, APPROVED or DECLINED
 */
public record Review(
    String id,
    String caseId,
    String statement,
    String lost,
    String lastSignIn,
    String contact,
    Instant contactConfirmedAt,
    String state,
    String reason,
    Instant requestedAt,
    Instant decidedAt) {}
