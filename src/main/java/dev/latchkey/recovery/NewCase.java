package dev.latchkey.recovery;

import dev.latchkey.directory.IdentifierKind;
import java.time.Instant;
import java.util.Locale;

/**
 * What is known of a recovery when it opens: nothing about the account.
 *
 * @param identifier as typed, to be looked up in a job
 * @param createdAt UTC
 */
public record NewCase(
    String id,
    String tokenHash,
    String objectionHash,
    String purpose,
    IdentifierKind identifierKind,
    String identifier,
    String subject,
    String clientHash,
    Locale locale,
    Instant createdAt) {}
