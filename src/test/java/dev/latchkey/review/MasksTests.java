package dev.latchkey.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What staff still see of addresses. */
class MasksTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "old@example.org|o•••@example.org",
        "+14155550132|•••32",
        "090-1234-5678|•••78",
        "(090) 1234 5678, aiko@example.org|•••78, a•••@example.org",
        "I used +14155550132 until 2021|I used •••32 until 2021",
        "until 2019-03-31: aiko@example.org.|until 2019-03-31: a•••@example.org.",
        "my work address, from 2019 to 2021|my work address, from 2019 to 2021",
        "０９０－１２３４－５６７８ です|•••７８ です",
        "माझा जुना नंबर ९८२२०१२३४५ होता|माझा जुना नंबर •••४५ होता",
        "昔は090-1234-5678、今は別です|昔は•••78、今は別です",
        "$1 \\ a@b.example|$1 \\ a•••@b.example"
      })
  void F2_addressesInATextAreMasked_theRestStays(String text, String masked) {
    assertThat(Masks.within(text)).isEqualTo(masked);
  }

  @Test
  void whatWasNotAnswered_staysUnanswered() {
    assertThat(Masks.within(null)).isNull();
  }
}
