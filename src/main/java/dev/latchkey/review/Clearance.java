package dev.latchkey.review;

import java.util.List;

/**
 * A task that was completed under the rules.
 *
 * @param reason null with {@link ReviewDecision#ASK}
 * @param challenge null without one
 */
public record Clearance(
    String caseId,
    int stage,
    String reviewer,
    ReviewDecision decision,
    ReviewReason reason,
    String note,
    List<ReviewQuestion> questions,
    Challenge challenge) {}
