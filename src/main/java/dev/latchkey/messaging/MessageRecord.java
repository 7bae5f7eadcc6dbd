package dev.latchkey.messaging;

import java.time.Instant;

/**
 * One message of a recovery as the case file shows it: neither text nor address.
 *
 * @param cause why it was refused, or null
 * @param receipt what the provider reported, or null
 * @param receiptCause why it will not arrive, or null
 * @param codeIssueId the code it carried, or null
 */
public record MessageRecord(
    Channel channel,
    Purpose purpose,
    MessageState state,
    String cause,
    DeliveryStatus receipt,
    String receiptCause,
    Instant createdAt,
    String codeIssueId) {}
