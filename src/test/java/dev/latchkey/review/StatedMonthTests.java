package dev.latchkey.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Months as people write them. */
class StatedMonthTests {
  private static final Instant MARCH_2025 = Instant.parse("2025-03-14T12:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-03",
        "2025-03-31",
        "2025/3",
        "03/2025",
        "14.3.2025",
        "3/14/2025",
        "March 2025",
        "in mar 2025, I think",
        "März 2025",
        "2025年3月",
        "２０２５年３月１４日",
        "मार्च २०२५",
        "मार्च 2025",
        "2025",
        "February 2025",
        "2025-04"
      })
  void fits(String written) {
    assertThat(StatedMonth.of(written))
        .hasValueSatisfying(m -> assertThat(m.fits(MARCH_2025)).isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-05", "2025-01", "March 2024", "2024", "2026", "12/2025", "2025年9月"})
  void doesNotFit(String written) {
    assertThat(StatedMonth.of(written))
        .hasValueSatisfying(m -> assertThat(m.fits(MARCH_2025)).isFalse());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "last Monday",
        "a while ago",
        "13/14",
        "2025-13",
        "99999999999999999999",
        "1-2-3-2025-4"
      })
  void whatNamesNoMonth_isNotCompared(String written) {
    assertThat(StatedMonth.of(written)).isEmpty();
  }

  @Test
  void aDayAndAMonthThatCouldBeEither_haveBothReadings() {
    assertThat(StatedMonth.of("03/09/2025").orElseThrow().fits(MARCH_2025)).isTrue();
    assertThat(StatedMonth.of("09/03/2025").orElseThrow().fits(MARCH_2025)).isTrue();
  }
}
