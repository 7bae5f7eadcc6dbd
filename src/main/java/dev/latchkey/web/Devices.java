package dev.latchkey.web;

import dev.latchkey.account.Session;
import dev.latchkey.account.SessionKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Names devices as people do: "Chrome on Android". Knows a few families; what a client says of
 * itself is a hint for its owner and nothing more.
 */
@Component
class Devices {
  private final PageTexts texts;

  Devices(PageTexts texts) {
    this.texts = texts;
  }

  /** Browsers name others in whose place they stand, so the special ones come first. */
  private enum Browser {
    EDGE("Edge", "Edg(A|iOS)?/"),
    OPERA("Opera", "OPR/"),
    SAMSUNG("Samsung Internet", "SamsungBrowser/"),
    FIREFOX("Firefox", "(Firefox|FxiOS)/"),
    CHROME("Chrome", "(Chrome|CriOS)/"),
    SAFARI("Safari", "Safari/");

    private final String label;
    private final Pattern sign;

    Browser(String label, String sign) {
      this.label = label;
      this.sign = Pattern.compile(sign);
    }
  }

  private enum OperatingSystem {
    ANDROID("Android", "Android"),
    IPHONE("iPhone", "iPhone"),
    IPAD("iPad", "iPad"),
    WINDOWS("Windows", "Windows NT"),
    MAC("Mac", "Macintosh"),
    CHROME_OS("ChromeOS", "CrOS"),
    LINUX("Linux", "Linux");

    private final String label;
    private final String sign;

    OperatingSystem(String label, String sign) {
      this.label = label;
      this.sign = sign;
    }
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
    String agent = described == null ? "" : described;
    Optional<String> browser =
        Arrays.stream(Browser.values())
            .filter(known -> known.sign.matcher(agent).find())
            .map(known -> known.label)
            .findFirst();
    Optional<String> system =
        Arrays.stream(OperatingSystem.values())
            .filter(known -> agent.contains(known.sign))
            .map(known -> known.label)
            .findFirst();
    return browser.isPresent() && system.isPresent()
        ? texts.first(locale, new Object[] {browser.get(), system.get()}, "device.known")
        : texts.first(locale, null, "device.other");
  }
}
