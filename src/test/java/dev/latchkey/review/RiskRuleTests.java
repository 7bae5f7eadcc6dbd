package dev.latchkey.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.proof.KnownClients.Familiarity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Which facts count, and how much. */
class RiskRuleTests {
  private static final Instant NOW = Instant.parse("2025-03-14T12:00:00Z");
  private static final RiskFacts QUIET =
      new RiskFacts(
          Familiarity.KNOWN, Familiarity.KNOWN, null, 1, 0, 4, Locale.ENGLISH, Locale.UK, 1, false);

  private static List<String> keys(RiskFacts facts) {
    return RiskRule.signs(facts, NOW).stream().map(RiskSign::key).toList();
  }

  private static RiskLevel level(RiskFacts facts) {
    return RiskRule.level(RiskRule.signs(facts, NOW));
  }

  private static RiskFacts from(Familiarity network, Familiarity device, Instant changed) {
    return new RiskFacts(
        network, device, changed, 0, 0, 1, Locale.ENGLISH, Locale.ENGLISH, 0, false);
  }

  private static RiskFacts counted(int lately, int stopped, int accounts, int contradictions) {
    return new RiskFacts(
        Familiarity.UNKNOWN,
        Familiarity.UNKNOWN,
        null,
        lately,
        stopped,
        accounts,
        Locale.ENGLISH,
        Locale.ENGLISH,
        contradictions,
        false);
  }

  @Test
  void whatHonestPeopleDo_isNoSign() {
    assertThat(keys(QUIET)).isEmpty();
    assertThat(level(QUIET)).isEqualTo(RiskLevel.LOW);
  }

  @Test
  void anUnknownClient_isNoSign_aNewOneIs() {
    assertThat(keys(from(Familiarity.UNKNOWN, Familiarity.UNKNOWN, null))).isEmpty();
    RiskFacts elsewhere = from(Familiarity.NEW, Familiarity.NEW, null);
    assertThat(keys(elsewhere)).containsExactly("new-network", "new-device");
    assertThat(level(elsewhere)).isEqualTo(RiskLevel.MEDIUM);
  }

  @Test
  void contactData_countsForThirtyDays() {
    Instant recent = NOW.minus(Duration.ofDays(30)).plusSeconds(1);
    assertThat(keys(from(Familiarity.KNOWN, Familiarity.KNOWN, recent)))
        .containsExactly("contact-changed");
    assertThat(keys(from(Familiarity.KNOWN, Familiarity.KNOWN, recent.minusSeconds(1)))).isEmpty();
  }

  @Test
  void counts_begin() {
    assertThat(keys(counted(2, 0, 1, 0))).containsExactly("several-recoveries");
    assertThat(keys(counted(0, 0, 5, 0))).containsExactly("many-accounts");
    assertThat(keys(counted(0, 0, 1, 2))).containsExactly("contradictions");
  }

  @Test
  void aRecoveryThatItsHolderStopped_isEnoughForHigh() {
    assertThat(level(counted(1, 1, 1, 0))).isEqualTo(RiskLevel.HIGH);
  }

  @Test
  void anotherLanguage_isASign_anotherCountryOfItIsNot() {
    RiskFacts other =
        new RiskFacts(
            Familiarity.KNOWN,
            Familiarity.KNOWN,
            null,
            0,
            0,
            1,
            Locale.JAPAN,
            Locale.ENGLISH,
            0,
            false);
    assertThat(keys(other)).containsExactly("other-language");
  }

  @Test
  void aCountryOfNoNumberOnFile_isASign() {
    RiskFacts abroad =
        new RiskFacts(
            Familiarity.KNOWN, Familiarity.KNOWN, null, 0, 0, 1, Locale.UK, Locale.UK, 1, true);
    assertThat(keys(abroad)).containsExactly("other-country");
  }

  @Test
  void theWeightiestComesFirst_andEachIsASentence() {
    List<RiskSign> signs =
        RiskRule.signs(from(Familiarity.NEW, Familiarity.NEW, NOW.minusSeconds(5)), NOW);
    assertThat(signs).extracting(RiskSign::key).startsWith("contact-changed");
    assertThat(signs).allMatch(sign -> sign.reason().matches("[A-Z0-9].*\\."));
    assertThat(RiskRule.level(signs)).isEqualTo(RiskLevel.HIGH);
  }
}
