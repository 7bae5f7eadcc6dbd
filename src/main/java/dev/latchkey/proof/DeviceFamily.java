package dev.latchkey.proof;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A kind of device: browser and operating system. Knows a few families, and no versions, so that an
 * update makes no other device of it. What a client says of itself is a hint and nothing more.
 */
public record DeviceFamily(String browser, String system) {

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

  /**
   * The family, or empty for a device of no known one.
   *
   * @param described as the client describes itself (user agent), or null
   */
  public static Optional<DeviceFamily> of(String described) {
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
    return browser.flatMap(name -> system.map(os -> new DeviceFamily(name, os)));
  }
}
