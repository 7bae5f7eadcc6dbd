package dev.latchkey.directory;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.latchkey.Misconfigured;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads phone numbers in international notation and in the national ones of the home regions. */
@Component
class PhoneNumbers {
  private static final Pattern LOOKS_LIKE_ONE = Pattern.compile("\\+?[0-9 ()./-]{5,40}");
  private static final String NO_REGION = "ZZ";

  private final PhoneNumberUtil util = PhoneNumberUtil.getInstance();
  private final List<String> homeRegions;

  PhoneNumbers(@Value("${latchkey.directory.home-regions:JP,IN,US,GB,DE}") List<String> regions) {
    this.homeRegions = List.copyOf(regions);
    regions.stream()
        .filter(region -> !util.getSupportedRegions().contains(region))
        .findFirst()
        .ifPresent(
            region -> {
              throw new Misconfigured(
                  "latchkey.directory.home-regions: '" + region + "' is no country",
                  "Use two-letter codes in capitals with commas between them, such as JP,IN");
            });
  }

  /** The readings in E.164 form, in the order of the home regions; empty if there is none. */
  List<String> read(String typed) {
    String folded = TypedText.foldDigitsAndDashes(typed);
    if (!LOOKS_LIKE_ONE.matcher(folded).matches()) {
      return List.of();
    }
    if (folded.startsWith("+")) {
      return parse(folded, NO_REGION).filter(util::isPossibleNumber).map(this::e164).stream()
          .toList();
    }
    return homeRegions.stream()
        .map(region -> parse(folded, region))
        .flatMap(Optional::stream)
        .filter(util::isValidNumber)
        .map(this::e164)
        .distinct()
        .toList();
  }

  private Optional<PhoneNumber> parse(String text, String region) {
    try {
      return Optional.of(util.parse(text, region));
    } catch (NumberParseException notANumberThere) {
      return Optional.empty();
    }
  }

  private String e164(PhoneNumber number) {
    return util.format(number, PhoneNumberFormat.E164);
  }
}
