package dev.latchkey.proof;

import java.time.Instant;

/**
 * A temporary password that can still be used, without the password itself.
 *
 * @param id names it in lists; not a secret
 * @param app what it was made for, as its holder called it
 * @param createdAt UTC
 * @param expiresAt UTC
 */
public record TemporaryPassword(String id, String app, Instant createdAt, Instant expiresAt) {}
