package dev.latchkey.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.crypto.SecretKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The test vectors of the standards, of which our codes are the last six digits. */
class TimeStepsTests {
  private static final SecretKey KEY =
      TimeSteps.key("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

  @ParameterizedTest
  @CsvSource({
    "0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314",
    "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489"
  })
  void R5_rfc4226_appendixD(long counter, String code) {
    assertThat(at(Instant.EPOCH).codeAt(KEY, counter)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void R5_rfc6238_appendixB(long second, String eightDigits) {
    TimeSteps steps = at(Instant.ofEpochSecond(second));

    assertThat(steps.codeAt(KEY, second / 30)).isEqualTo(eightDigits.substring(2));
    assertThat(steps.find(KEY, eightDigits.substring(2))).hasValue(second / 30);
    assertThat(steps.counts(second / 30)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"-11, false", "-10, true", "0, true", "10, true", "11, false"})
  void B6_codesAreLookedForTenStepsEitherWay(int away, boolean found) {
    long present = 37_037_037;
    TimeSteps steps = at(Instant.ofEpochSecond(present * 30));

    assertThat(steps.find(KEY, steps.codeAt(KEY, present + away)).isPresent()).isEqualTo(found);
  }

  private static TimeSteps at(Instant time) {
    return new TimeSteps(Clock.fixed(time, ZoneOffset.UTC));
  }
}
