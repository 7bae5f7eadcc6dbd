package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.latchkey.security.OidcAge.Verdict;
import dev.latchkey.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

/** Which sign-ins at the provider begin a session here. */
class OidcAgeTests {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final MovableClock clock = new MovableClock();
  private final StaffSignOuts signOuts = mock(StaffSignOuts.class);
  private final OidcAge age = new OidcAge(new Staff(List.of(), DAY, HOUR), signOuts, clock);
  private final MockHttpSession session = new MockHttpSession();

  @BeforeEach
  void nobodySignedOut() {
    when(signOuts.last(anyString())).thenReturn(Instant.EPOCH);
  }

  private Verdict provenBefore(Duration ago) {
    return age.judge(session, "kai", clock.instant().minus(ago));
  }

  @Test
  void R22_aFreshProof_beginsASession() {
    assertThat(provenBefore(Duration.ofMinutes(59))).isEqualTo(Verdict.RECENT);
    assertThat(OidcAge.asksAgain(session)).isFalse();
  }

  @Test
  void R22_aProviderThatDoesNotSayWhen_signsNobodyIn() {
    assertThat(age.judge(session, "kai", null)).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void R22_aProofOlderThanTheIdleHour_isAskedForAgain_andTheNewOneCounts() {
    assertThat(provenBefore(HOUR)).isEqualTo(Verdict.ASK_AGAIN);
    assertThat(OidcAge.asksAgain(session)).isTrue();
    clock.advance(Duration.ofMinutes(20));
    assertThat(provenBefore(Duration.ofMinutes(1))).isEqualTo(Verdict.RECENT);
    assertThat(OidcAge.asksAgain(session)).isFalse();
  }

  @Test
  void R22_aProviderThatDoesNotAsk_signsNobodyIn() {
    assertThat(provenBefore(Duration.ofHours(3))).isEqualTo(Verdict.ASK_AGAIN);
    assertThat(provenBefore(Duration.ofHours(3))).isEqualTo(Verdict.NOT_ASKED);
  }

  @Test
  void R22_afterASignOut_anOlderProofCountsNoMore() {
    when(signOuts.last("kai")).thenReturn(clock.instant());
    clock.advance(Duration.ofMinutes(5));
    assertThat(provenBefore(Duration.ofMinutes(10))).isEqualTo(Verdict.ASK_AGAIN);
    assertThat(provenBefore(Duration.ofMinutes(10))).isEqualTo(Verdict.NOT_ASKED);
    assertThat(provenBefore(Duration.ofMinutes(1))).isEqualTo(Verdict.RECENT);
  }

  @Test
  void R22_aNewProof_counts_evenIfTheProvidersClockIsSlow() {
    when(signOuts.last("kai")).thenReturn(clock.instant());
    assertThat(provenBefore(Duration.ofMinutes(10))).isEqualTo(Verdict.ASK_AGAIN);
    clock.advance(Duration.ofSeconds(10));
    assertThat(provenBefore(Duration.ofSeconds(40))).isEqualTo(Verdict.RECENT);
  }
}
