package dev.latchkey.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProofRuleTests {

  @Test
  void R11_withoutSecondFactor_oneProofOfAnyKindIsEnough() {
    assertThat(ProofRule.missing(false, List.of())).isEqualTo(1);
    for (Way way : Way.values()) {
      assertThat(ProofRule.missing(false, proofs(way))).isZero();
    }
  }

  @Test
  void R11_withSecondFactor_noSingleProofIsEnough() {
    assertThat(ProofRule.missing(true, List.of())).isEqualTo(2);
    for (Way way : Way.values()) {
      assertThat(ProofRule.missing(true, proofs(way))).isEqualTo(1);
    }
  }

  @Test
  void R11_textMessageAndEmailCodesAreOneKind() {
    assertThat(ProofRule.missing(true, proofs(Way.TEXT_MESSAGE, Way.EMAIL))).isEqualTo(1);
  }

  @Test
  void R11_withSecondFactor_twoDifferentKindsAreEnough() {
    assertThat(ProofRule.missing(true, proofs(Way.EMAIL, Way.BACKUP_CODE))).isZero();
    assertThat(ProofRule.missing(true, proofs(Way.BACKUP_CODE, Way.AUTHENTICATOR_APP))).isZero();
    assertThat(ProofRule.missing(true, proofs(Way.TEXT_MESSAGE, Way.HUMAN_REVIEW))).isZero();
  }

  private static List<Proof> proofs(Way... ways) {
    return Stream.of(ways).map(way -> new Proof(way, null, Instant.EPOCH)).toList();
  }
}
