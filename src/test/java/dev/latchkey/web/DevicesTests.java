package dev.latchkey.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.language.IcuMessages;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class DevicesTests {
  private final Devices devices = new Devices(new PageTexts(new IcuMessages("messages")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36 | Chrome on Android",
        "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0 | Edge on Windows",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Version/18.0 Safari/604.1 | Safari on iPhone",
        "Mozilla/5.0 (iPad; CPU OS 18_0) CriOS/140.0 Safari/604.1 | Chrome on iPad",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X) Firefox/140.0 | Firefox on Mac",
        "Mozilla/5.0 (X11; CrOS x86_64) Chrome/140.0 Safari/537.36 | Chrome on ChromeOS",
        "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0 | Firefox on Linux"
      })
  void C8_knownDevices_haveTheNamesThatPeopleUse(String described, String name) {
    assertThat(devices.of(described, Locale.ENGLISH)).isEqualTo(name);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"curl/8.5", "<script>alert(1)</script>", "Android"})
  void C8_others_areAnotherDevice(String described) {
    assertThat(devices.of(described, Locale.ENGLISH)).isEqualTo("Another device");
  }
}
