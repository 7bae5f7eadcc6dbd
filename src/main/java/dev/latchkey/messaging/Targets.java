package dev.latchkey.messaging;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What may be put on an envelope. One plain ASCII address or number and nothing else: no second
 * recipient, no header, no character that some mail library folds into one (CR from U+760D).
 */
final class Targets {
  private static final Pattern MAILBOX =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})*");
  private static final int LONGEST_MAILBOX = 254;
  private static final Pattern INTERNATIONAL = Pattern.compile("\\s*\\+[0-9 ()./-]{6,40}");
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

  /** Digits that numbers of one block of subscribers differ in. */
  private static final int BLOCK_DIGITS = 4;

  private static final Set<PhoneNumberType> COSTLY =
      EnumSet.of(
          PhoneNumberType.PREMIUM_RATE,
          PhoneNumberType.SHARED_COST,
          PhoneNumberType.TOLL_FREE,
          PhoneNumberType.UAN,
          PhoneNumberType.PAGER,
          PhoneNumberType.VOICEMAIL);

  private Targets() {}

  /** Null when the target is well formed, else the cause of the refusal. */
  static String flaw(Channel channel, String target) {
    if (channel == Channel.TEXT_MESSAGE) {
      return E164.matcher(target).matches() ? null : "invalid-number";
    }
    boolean sound =
        target.length() <= LONGEST_MAILBOX
            && MAILBOX.matcher(target).matches()
            && !target.contains("..")
            && !target.startsWith(".")
            && !target.contains(".@");
    return sound ? null : "invalid-address";
  }

  /** The block of 10,000 numbers that this one lies in, or null if it is none. */
  static String prefix(Channel channel, String target) {
    if (channel != Channel.TEXT_MESSAGE || target == null || flaw(channel, target) != null) {
      return null;
    }
    return target.substring(0, target.length() - BLOCK_DIGITS);
  }

  /** ISO 3166 code of a number's country, or null if it is none or has none. */
  static String country(Channel channel, String target) {
    return channel == Channel.TEXT_MESSAGE ? Countries.of(target).orElse(null) : null;
  }

  /**
   * The number in E.164 form, or empty if it is none that texts come from, such as a short code.
   */
  static Optional<String> number(String typed) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    return Optional.ofNullable(typed)
        .filter(INTERNATIONAL.asMatchPredicate())
        .flatMap(Targets::parsed)
        .filter(numbers::isPossibleNumber)
        .map(number -> numbers.format(number, PhoneNumberFormat.E164))
        .filter(number -> flaw(Channel.TEXT_MESSAGE, number) == null);
  }

  /** The number as people write it, readable from any country. */
  static String written(String number) {
    return parsed(number)
        .map(read -> PhoneNumberUtil.getInstance().format(read, PhoneNumberFormat.INTERNATIONAL))
        .orElse(number);
  }

  private static Optional<PhoneNumber> parsed(String text) {
    try {
      return Optional.of(PhoneNumberUtil.getInstance().parse(text, null));
    } catch (NumberParseException noNumber) {
      return Optional.empty();
    }
  }

  /** Whether the number belongs to one of the countries and is no premium or special service. */
  static boolean mayReceiveText(String number, Collection<String> countries) {
    return parsed(number).filter(read -> mayReceiveText(read, countries)).isPresent();
  }

  private static boolean mayReceiveText(PhoneNumber number, Collection<String> countries) {
    String region = Countries.region(number);
    return region != null
        && countries.contains(region)
        && !COSTLY.contains(PhoneNumberUtil.getInstance().getNumberType(number));
  }
}
