package dev.latchkey.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Years, months and days as people write them. */
class PeriodsTests {

  @ParameterizedTest
  @CsvSource({
    "2019,2019",
    "2019年,2019",
    "2019-3,2019-03",
    "2019年3月,2019-03",
    "2019/03,2019-03",
    "3/2019,2019-03",
    "03.2019,2019-03",
    "２０１９年３月３１日,2019-03-31",
    "२०१९-०३,2019-03",
    "31.3.2019,2019-03-31",
    "2019-03-31,2019-03-31"
  })
  void F1_isRead_inTheNotationOfMany(String typed, String period) {
    assertThat(Periods.read(typed)).contains(period);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "19", "3/4/2019", "2019-13", "2019-02-30", "1969", "20199", "March 2019", "0"})
  void F1_whatCouldMeanTwoThings_orNothing_isNotRead(String typed) {
    assertThat(Periods.read(typed)).isEmpty();
  }

  @Test
  void F1_aPeriodBeginsWithItsFirstDay() {
    assertThat(Periods.begin("2019")).isEqualTo(LocalDate.of(2019, 1, 1));
    assertThat(Periods.begin("2019-03")).isEqualTo(LocalDate.of(2019, 3, 1));
    assertThat(Periods.begin("2019-03-31")).isEqualTo(LocalDate.of(2019, 3, 31));
  }
}
