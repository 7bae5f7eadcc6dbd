package dev.latchkey.recovery;

import dev.latchkey.directory.IdentifierKind;
import java.time.Instant;
import java.util.Locale;

/**
 * What is known of a case when it opens.
 *
 * @param identifier as typed, to be looked up in a job; null where the account is known
 * @param accountId null where the account is still to be looked up
 * @param subject under what wrong tries are counted
 * @param device as the client describes itself, or null
 * @param network the client's network, shortened for display, or null
 * @param createdAt UTC
 */
public record NewCase(
    String id,
    String tokenHash,
    String objectionHash,
    CasePurpose purpose,
    IdentifierKind identifierKind,
    String identifier,
    String accountId,
    String subject,
    String clientHash,
    String device,
    String network,
    Locale locale,
    Instant createdAt) {}
