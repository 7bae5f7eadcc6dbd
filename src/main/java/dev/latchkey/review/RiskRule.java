package dev.latchkey.review;

import dev.latchkey.proof.KnownClients.Familiarity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which facts are signs of risk, and how much signs come to. */
public final class RiskRule {
  /** What counts as lately, for contact data and recoveries. */
  public static final Duration LATELY = Duration.ofDays(30);

  private static final int SEVERAL_RECOVERIES = 2;
  private static final int MANY_RECOVERIES = 3;
  private static final int MANY_ACCOUNTS = 5;
  private static final int MANY_CONTRADICTIONS = 2;
  private static final int MEDIUM_FROM = 2;
  private static final int HIGH_FROM = 4;

  private RiskRule() {}

  /** The signs, the weightiest first. */
  public static List<RiskSign> signs(RiskFacts facts, Instant now) {
    List<RiskSign> signs = new ArrayList<>(ofTheClient(facts));
    if (facts.contactChangedAt() != null && facts.contactChangedAt().isAfter(now.minus(LATELY))) {
      signs.add(
          new RiskSign(
              "contact-changed",
              2,
              "An address of the account was added or removed within the last 30 days."));
    }
    if (facts.stoppedLately() > 0) {
      signs.add(
          new RiskSign(
              "stopped-before",
              HIGH_FROM,
              "The account holder stopped a recovery of this account within the last 30 days."));
    }
    if (facts.recoveriesLately() >= SEVERAL_RECOVERIES) {
      signs.add(
          new RiskSign(
              "several-recoveries",
              facts.recoveriesLately() >= MANY_RECOVERIES ? 2 : 1,
              "There were "
                  + facts.recoveriesLately()
                  + " other recoveries of this account within the last 30 days."));
    }
    if (facts.contradictions() >= MANY_CONTRADICTIONS) {
      signs.add(
          new RiskSign(
              "contradictions",
              2,
              facts.contradictions() + " answers do not match what is on file."));
    }
    if (facts.otherCountry()) {
      signs.add(
          new RiskSign(
              "other-country",
              1,
              "The person names a country that no phone number of the account belongs to."));
    }
    signs.sort(Comparator.comparingInt(RiskSign::weight).reversed());
    return List.copyOf(signs);
  }

  private static List<RiskSign> ofTheClient(RiskFacts facts) {
    List<RiskSign> signs = new ArrayList<>();
    if (facts.accountsFromClient() >= MANY_ACCOUNTS) {
      signs.add(
          new RiskSign(
              "many-accounts",
              2,
              facts.accountsFromClient()
                  + " different accounts were asked for from the same network within a day."));
    }
    if (facts.network() == Familiarity.NEW) {
      signs.add(
          new RiskSign(
              "new-network", 1, "Nobody signed in to this account from this network before."));
    }
    if (facts.device() == Familiarity.NEW) {
      signs.add(
          new RiskSign(
              "new-device", 1, "Nobody signed in to this account on this kind of device before."));
    }
    if (differ(facts.readIn(), facts.accountLanguage())) {
      signs.add(
          new RiskSign(
              "other-language", 1, "The person reads another language than the account holder."));
    }
    return signs;
  }

  private static boolean differ(Locale one, Locale other) {
    return other != null && !one.getLanguage().equals(other.getLanguage());
  }

  static RiskLevel level(List<RiskSign> signs) {
    int sum = signs.stream().mapToInt(RiskSign::weight).sum();
    if (sum >= HIGH_FROM) {
      return RiskLevel.HIGH;
    }
    return sum >= MEDIUM_FROM ? RiskLevel.MEDIUM : RiskLevel.LOW;
  }
}
