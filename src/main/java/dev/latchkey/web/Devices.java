package dev.latchkey.web;

import dev.latchkey.account.Session;
import dev.latchkey.account.SessionKind;
import dev.latchkey.proof.DeviceFamily;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Names devices as people do: "Chrome on Android". */
@Component
class Devices {
  private final PageTexts texts;

  Devices(PageTexts texts) {
    this.texts = texts;
  }

  /** What kind of device this session runs on; an app goes by its name. */
  String of(Session session, Locale locale) {
    return session.kind() == SessionKind.APP ? session.device() : of(session.device(), locale);
  }

  /**
   * What kind of device this is.
   *
   * @param described as the client describes itself, or null
   */
  String of(String described, Locale locale) {
    return DeviceFamily.of(described)
        .map(family -> known(family, locale))
        .orElseGet(() -> texts.first(locale, null, "device.other"));
  }

  private String known(DeviceFamily family, Locale locale) {
    Object[] names = {family.browser(), family.system()};
    return texts.first(locale, names, "device.known");
  }
}
