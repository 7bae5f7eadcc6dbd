package dev.latchkey.messaging;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** Where telephone numbers belong. */
public final class Countries {
  private static final int AREA_CODES_ARE_COUNTRIES = 1;
  private static final int CODE_LENGTH = 2;

  private Countries() {}

  /**
   * ISO 3166 code of the number's country; empty if it has none.
   *
   * @param number in E.164 form; may be null
   */
  public static Optional<String> of(String number) {
    try {
      return Optional.ofNullable(region(PhoneNumberUtil.getInstance().parse(number, null)))
          .filter(code -> code.length() == CODE_LENGTH);
    } catch (NumberParseException noNumber) {
      return Optional.empty();
    }
  }

  /** The library's region, or null: also one for numbers that are not given out yet. */
  static String region(PhoneNumber number) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    String region = numbers.getRegionCodeForNumber(number);
    return region == null && number.getCountryCode() != AREA_CODES_ARE_COUNTRIES
        ? numbers.getRegionCodeForCountryCode(number.getCountryCode())
        : region;
  }
}
