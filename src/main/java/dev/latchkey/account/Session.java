package dev.latchkey.account;

import java.time.Instant;

/**
 * A signed-in browser or app.
 *
 * @param id names the session in lists; not a secret
 * @param device as the client described itself, or null
 * @param createdAt UTC
 * @param authenticatedAt when the person last signed in fully or did so again (UTC)
 * @param lastUsedAt UTC, before the present use
 */
public record Session(
    String id,
    String accountId,
    String device,
    SessionKind kind,
    Instant createdAt,
    Instant authenticatedAt,
    Instant lastUsedAt) {}
