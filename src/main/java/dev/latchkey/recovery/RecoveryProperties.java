package dev.latchkey.recovery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits that no diagram can lower.
 *
 * @param opensPerClient how many recoveries one network address may open within {@code opensWindow}
 * @param minimumHold shortest security hold where one is required
 * @param minimumAdminHold the same for accounts of administrators
 * @param minimumHoldWithStrongerProof the same once a stronger proof was entered during the hold
 * @param minimumAdminHoldWithStrongerProof the same for accounts of administrators
 * @param proofLifetime how long a proof counts towards restoring access
 * @param retention how long an ended recovery and its messages are kept
 */
@ConfigurationProperties(prefix = "latchkey.recovery", ignoreUnknownFields = false)
public record RecoveryProperties(
    @DefaultValue("30") int opensPerClient,
    @DefaultValue("PT10M") Duration opensWindow,
    @DefaultValue("PT24H") Duration minimumHold,
    @DefaultValue("PT72H") Duration minimumAdminHold,
    @DefaultValue("PT1H") Duration minimumHoldWithStrongerProof,
    @DefaultValue("PT24H") Duration minimumAdminHoldWithStrongerProof,
    @DefaultValue("P14D") Duration proofLifetime,
    @DefaultValue("P30D") Duration retention) {}
