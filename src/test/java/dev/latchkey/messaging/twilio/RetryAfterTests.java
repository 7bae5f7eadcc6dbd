package dev.latchkey.messaging.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.http.Response;
import java.time.Duration;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a provider may say of when it wants to be asked again, and what is made of it. */
class RetryAfterTests {
  private static final Header NINE = new BasicHeader("Date", "Sun, 01 Mar 2026 09:00:00 GMT");

  private static Duration said(String value) {
    return of(new BasicHeader("Retry-After", value), NINE);
  }

  private static Duration of(Header... headers) {
    return RetryAfter.of(new Response("", 429, headers));
  }

  @ParameterizedTest
  @CsvSource({"0, PT0S", "1, PT1S", "120, PT2M", "600, PT10M", "' 7 ', PT7S"})
  void seconds_areWaitedFor(String value, Duration wait) {
    assertThat(said(value)).isEqualTo(wait);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "601",
        "86400",
        "999999999",
        "9999999999",
        "999999999999999999",
        "Mon, 02 Mar 2026 09:00:00 GMT",
        "Fri, 31 Dec 9999 23:59:59 GMT"
      })
  void longerThanAnyCodeLives_isTenMinutes(String value) {
    assertThat(said(value)).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void timeOfDay_isReadAgainstTheProvidersOwnClock() {
    assertThat(said("Sun, 01 Mar 2026 09:01:30 GMT")).isEqualTo(Duration.ofSeconds(90));
  }

  @Test
  void timeOfDayWithoutTheProvidersClock_saysNothing() {
    assertThat(of(new BasicHeader("Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT")))
        .isEqualTo(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "-99999",
        "Sun, 01 Mar 2026 08:59:59 GMT",
        "",
        "soon",
        "1.5",
        "1e9",
        "٣",
        "5, 10",
        "99999999999999999999999999",
        "Sun, 31 Feb 2026 09:01:30 GMT",
        "2026-03-01T09:01:30Z"
      })
  void pastOrUnreadable_isNoWait(String value) {
    assertThat(said(value)).isEqualTo(Duration.ZERO);
  }

  @Test
  void nameInSmallLetters_isTheSame() {
    assertThat(of(new BasicHeader("retry-after", "3"))).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void answerThatSaysNothing_isNoWait() {
    assertThat(of(NINE)).isEqualTo(Duration.ZERO);
    assertThat(RetryAfter.of(new Response("", 429))).isEqualTo(Duration.ZERO);
  }
}
