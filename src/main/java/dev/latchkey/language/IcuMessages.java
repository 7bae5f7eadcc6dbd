package dev.latchkey.language;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.nio.charset.StandardCharsets;
import java.text.Format;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.util.ObjectUtils;

/**
 * Texts in files, with the plural forms and dates of each language as ICU and CLDR know them. An
 * {@link Instant} among the arguments is written in UTC; numbers have the digits 0 to 9, which are
 * those that people type. A text without arguments is taken as it stands.
 */
public final class IcuMessages extends ResourceBundleMessageSource {

  /** The day before the month, as most of those who read English write it. */
  private static final ULocale INTERNATIONAL_ENGLISH = ULocale.forLanguageTag("en-001");

  /**
   * Texts from these files.
   *
   * @param baseNames class path resources without language and {@code .properties}; of a text that
   *     stands in two, the first counts
   */
  public IcuMessages(String... baseNames) {
    setBasenames(baseNames);
    setDefaultEncoding(StandardCharsets.UTF_8.name());
    setFallbackToSystemLocale(false);
  }

  @Override
  protected String getMessageInternal(String code, Object[] arguments, Locale locale) {
    String pattern =
        code == null || locale == null || ObjectUtils.isEmpty(arguments)
            ? null
            : resolveCodeWithoutArguments(code, locale);
    return pattern == null
        ? super.getMessageInternal(code, arguments, locale)
        : write(pattern, resolveArguments(arguments, locale), locale);
  }

  private static String write(String pattern, Object[] arguments, Locale locale) {
    MessageFormat format = new MessageFormat(pattern, formsOf(locale));
    for (Format part : format.getFormatsByArgumentIndex()) {
      if (part instanceof DateFormat date) {
        date.setTimeZone(TimeZone.GMT_ZONE);
      }
    }
    return format.format(Arrays.stream(arguments).map(IcuMessages::known).toArray());
  }

  private static Object known(Object argument) {
    return argument instanceof Instant at ? Date.from(at) : argument;
  }

  private static ULocale formsOf(Locale locale) {
    ULocale language =
        locale.equals(Locale.ENGLISH) ? INTERNATIONAL_ENGLISH : ULocale.forLocale(locale);
    return language.setKeywordValue("numbers", "latn");
  }
}
