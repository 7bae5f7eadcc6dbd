package dev.latchkey.review;

import dev.latchkey.proof.KnownClients.Familiarity;
import java.time.Instant;
import java.util.Locale;

/**
 * What the signs of risk are made of.
 *
 * @param network how the asking network compares with those that signed in before
 * @param device how the asking kind of device does
 * @param contactChangedAt when an address of the account was last added or removed (UTC), or null
 * @param recoveriesLately other recoveries of the account within 30 days
 * @param stoppedLately how many of them the account holder stopped
 * @param accountsFromClient how many accounts were asked for from the same network within a day,
 *     with this one
 * @param readIn language in which the recovery is read
 * @param accountLanguage language of the account, or null without one
 * @param contradictions answers that do not match what is on file
 * @param otherCountry whether the person names a country that no phone number on file belongs to
 */
public record RiskFacts(
    Familiarity network,
    Familiarity device,
    Instant contactChangedAt,
    int recoveriesLately,
    int stoppedLately,
    int accountsFromClient,
    Locale readIn,
    Locale accountLanguage,
    int contradictions,
    boolean otherCountry) {}
