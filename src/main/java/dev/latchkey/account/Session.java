package dev.latchkey.account;

import java.time.Instant;

/**
 * A signed-in browser or app.
 *
 * @param id names the session in lists; not a secret
 * @param device as the client described itself, or null
 * @param createdAt UTC
 * @param lastUsedAt UTC, before the present use
 */
public record Session(
    String id, String accountId, String device, Instant createdAt, Instant lastUsedAt) {}
