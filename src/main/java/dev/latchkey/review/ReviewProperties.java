package dev.latchkey.review;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What people are asked for when they ask support, and how much they may send.
 *
 * @param facts keys of {@link Fact}, in the order in which they are asked; may be empty
 * @param evidenceRetention how long files are kept after the decision
 * @param evidencePerClient how many files one network address may add within a day
 * @param evidenceTotal how much room all files together may take in the database
 */
@ConfigurationProperties(prefix = "latchkey.review", ignoreUnknownFields = false)
public record ReviewProperties(
    @DefaultValue({"lost-since", "last-sign-in", "account-since", "old-address", "home-region"})
        List<String> facts,
    @DefaultValue("P30D") Duration evidenceRetention,
    @DefaultValue("30") int evidencePerClient,
    @DefaultValue("2GB") DataSize evidenceTotal) {}
