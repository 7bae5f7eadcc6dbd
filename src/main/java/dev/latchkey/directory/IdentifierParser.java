package dev.latchkey.directory;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Reads what a person types to name an account: an e-mail address, a phone number in any common
 * notation, or a user name. Strict about characters, so that nothing typed here can break out of a
 * header, a page or a query: an e-mail address is plain ASCII with one recipient, and a user name
 * has letters, digits, dot, hyphen and underscore only.
 */
@Component
public class IdentifierParser {
  private static final int LONGEST = 320;
  private static final Pattern EMAIL =
      Pattern.compile(
          "(?=.{3,254}$)[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,64})*"
              + "@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");
  private static final Pattern USER_NAME =
      Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}._-]{0,99}");

  private final PhoneNumbers phoneNumbers;

  IdentifierParser(PhoneNumbers phoneNumbers) {
    this.phoneNumbers = phoneNumbers;
  }

  /**
   * Empty if it can be none of the three; that depends on the text alone, never on what accounts
   * there are.
   *
   * @param typed as typed; may be null
   */
  public Optional<Identifier> parse(String typed) {
    if (typed == null || typed.length() > LONGEST) {
      return Optional.empty();
    }
    String text = TypedText.foldWidth(typed);
    if (text.contains("@")) {
      return email(text);
    }
    List<String> numbers = phoneNumbers.read(text);
    return numbers.isEmpty()
        ? userName(text)
        : Optional.of(new Identifier(IdentifierKind.PHONE, numbers));
  }

  private static Optional<Identifier> email(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return text.chars().allMatch(c -> c < 0x80) && EMAIL.matcher(lower).matches()
        ? Optional.of(new Identifier(IdentifierKind.EMAIL, List.of(lower)))
        : Optional.empty();
  }

  private static Optional<Identifier> userName(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return Normalizer.isNormalized(text, Normalizer.Form.NFKC) && USER_NAME.matcher(lower).matches()
        ? Optional.of(new Identifier(IdentifierKind.USER_NAME, List.of(lower)))
        : Optional.empty();
  }
}
