package dev.latchkey.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.messaging.SendCounts.Scope;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many codes go out between two counts of a cap (R8). */
class SendRoomTests {
  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
  private static final String VALUE = "client";
  private static final int MOST_CAPS = 2_000;

  private final SendRoom room = new SendRoom();

  /** Lets as many through as go without counting. */
  private int uncounted(int count, int limit) {
    room.counted(Scope.CLIENT, VALUE, count, limit, NOW);
    int taken = 0;
    while (room.takeUncounted(Scope.CLIENT, VALUE, NOW)) {
      taken++;
    }
    return taken;
  }

  @Test
  void R8_capNeverCounted_isCounted() {
    assertThat(room.takeUncounted(Scope.CLIENT, VALUE, NOW)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0, 1000, 99", "0, 100, 9", "500, 1000, 49", "79, 100, 1"})
  void R8_tenthOfTheRoom_withTheOneCounted_isGivenAway(int count, int limit, int uncounted) {
    assertThat(uncounted(count, limit)).isEqualTo(uncounted);
  }

  @ParameterizedTest
  @CsvSource({"81, 100", "99, 100", "100, 100", "130, 100", "0, 1", "0, 0"})
  void R8_capThatIsNearlyFull_isAlwaysCounted(int count, int limit) {
    assertThat(uncounted(count, limit)).isZero();
  }

  @Test
  void R8_tenNodesThatCountAtOnce_passNoCapByMoreThanOneCodeEach() {
    int nodes = 10;
    for (int limit = 1; limit <= 300; limit += 7) {
      for (int count = 0; count < limit; count++) {
        int passed = count + nodes * (1 + uncounted(count, limit)) - limit;
        assertThat(passed).as("%s of %s", count, limit).isLessThan(nodes);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0, true", "9999, true", "10000, false", "-9999, true", "-10000, false"})
  void R8_whatWasCounted_holdsForTenSeconds(long millis, boolean uncounted) {
    room.counted(Scope.CLIENT, VALUE, 0, 100, NOW);

    assertThat(room.takeUncounted(Scope.CLIENT, VALUE, NOW.plusMillis(millis)))
        .isEqualTo(uncounted);
  }

  @Test
  void R8_takingPlaces_doesNotProlongTheTenSeconds() {
    room.counted(Scope.CLIENT, VALUE, 0, 100, NOW);
    room.takeUncounted(Scope.CLIENT, VALUE, NOW.plusSeconds(9));

    assertThat(room.takeUncounted(Scope.CLIENT, VALUE, NOW.plusSeconds(11))).isFalse();
  }

  @Test
  void R8_capsOfOtherScopesAndValues_haveRoomsOfTheirOwn() {
    room.counted(Scope.CLIENT, VALUE, 0, 100, NOW);

    assertThat(room.takeUncounted(Scope.PREFIX, VALUE, NOW)).isFalse();
    assertThat(room.takeUncounted(Scope.CLIENT, "another", NOW)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {MOST_CAPS - 1, MOST_CAPS})
  void capsBeyondThoseThatFitIntoMemory_pushOutTheOneAskedForLongestAgo(int others) {
    room.counted(Scope.CLIENT, VALUE, 0, 100, NOW);
    for (int i = 0; i < others; i++) {
      room.counted(Scope.CLIENT, "other" + i, 0, 100, NOW);
    }

    assertThat(room.takeUncounted(Scope.CLIENT, VALUE, NOW)).isEqualTo(others < MOST_CAPS);
  }
}
