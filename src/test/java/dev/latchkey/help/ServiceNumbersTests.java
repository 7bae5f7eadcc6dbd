package dev.latchkey.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.help.ServiceNumbers.ServiceNumber;
import dev.latchkey.messaging.SenderNumbers;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceNumbersTests {
  private static final ServiceNumber JAPAN =
      new ServiceNumber("JP", "+815012345678", "+81 50-1234-5678");
  private static final ServiceNumber ELSEWHERE =
      new ServiceNumber(null, "+12025550100", "+1 202-555-0100");

  private final ServiceNumbers numbers =
      new ServiceNumbers(new SenderNumbers("+12025550100", Map.of("JP", "+815012345678")));

  @Test
  void E2_eachCountry_hasItsOwnNumber_orTheGeneralOne() {
    assertThat(numbers.of("JP")).containsExactly(JAPAN);
    assertThat(numbers.of("IN")).containsExactly(ELSEWHERE);
  }

  @Test
  void E2_withoutACountry_allNumbersAreShown() {
    assertThat(numbers.of(null)).containsExactly(JAPAN, ELSEWHERE);
  }

  @Test
  void E2_numbersThatOnlyTheProviderKnows_areNotShown() {
    ServiceNumbers pool = new ServiceNumbers(new SenderNumbers(null, Map.of()));

    assertThat(pool.of("JP")).isEmpty();
    assertThat(pool.of(null)).isEmpty();
  }
}
