package dev.latchkey.review;

import java.time.Duration;

/**
 * What the policy asks of a review.
 *
 * @param reviewers how many different people have to approve, at least
 * @param holdWithStrongerProof the hold after an approval, once the person shows a stronger proof
 *     during it
 */
public record Demand(int reviewers, RiskLevel risk, Duration holdWithStrongerProof) {}
