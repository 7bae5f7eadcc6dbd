package dev.latchkey.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever reads Japanese or Marathi finds every text in their language, and the same said. */
class TranslationTests {
  /** What reads the same in every language. */
  private static final Set<String> SAME_EVERYWHERE =
      Set.of("app.name", "layout.title", "language", "time.utc", "mailroom.time", "date-time");

  /** Names of menus and buttons of telephones and mailboxes, as they are written there. */
  private static final Pattern OTHERS_WORDS = Pattern.compile("“[^”]*”|「[^」]*」");

  private static final Map<String, Pattern> SCRIPTS =
      Map.of(
          "ja", Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]|^SMS$"),
          "mr", Pattern.compile("\\p{IsDevanagari}|^SMS$"));

  private static final Pattern ARGUMENT = Pattern.compile("\\{[a-z0-9]+}");
  private static final Pattern ENGLISH_WORDS = Pattern.compile("[A-Za-z]{2,}( [A-Za-z]{2,}){2,}");
  private static final Pattern DEVANAGARI_DIGIT = Pattern.compile("[०-९]");

  static Stream<Arguments> translations() {
    return TextFiles.all().stream()
        .flatMap(
            file ->
                Languages.all().stream()
                    .filter(language -> !language.equals(Locale.ENGLISH))
                    .map(language -> Arguments.of(file, language)));
  }

  static Stream<Arguments> files() {
    return TextFiles.all().stream()
        .flatMap(file -> Languages.all().stream().map(language -> Arguments.of(file, language)));
  }

  @ParameterizedTest
  @MethodSource("translations")
  void noText_isMissing_orTooMuch(String file, Locale language) {
    assertThat(TextFiles.read(file, language).keySet())
        .containsExactlyElementsOf(TextFiles.read(file, Locale.ENGLISH).keySet());
  }

  @ParameterizedTest
  @MethodSource("translations")
  void eachText_isTranslated(String file, Locale language) {
    Pattern script = SCRIPTS.get(language.getLanguage());
    forEachPair(
        file,
        language,
        (english, text) -> {
          assertThat(OTHERS_WORDS.matcher(text.text()).replaceAll("“”"))
              .as(text.key())
              .isNotEqualTo(english.text())
              .containsPattern(script)
              .doesNotContainPattern(ENGLISH_WORDS)
              .doesNotContainPattern(DEVANAGARI_DIGIT);
        });
  }

  @ParameterizedTest
  @MethodSource("translations")
  void eachText_hasTheArgumentsOfTheEnglishOne(String file, Locale language) {
    forEachPair(
        file,
        language,
        (english, text) ->
            assertThat(arguments(text.text())).as(text.key()).isEqualTo(arguments(english.text())));
  }

  @ParameterizedTest
  @MethodSource("files")
  void eachText_hasThePluralFormsOfItsLanguage_andNoOthers(String file, Locale language) {
    Set<String> forms = PluralRules.forLocale(language).getKeywords();
    TextFiles.read(file, language)
        .forEach(
            (key, text) -> {
              assertThat(text).as(key).isNotBlank().doesNotContain(",choice,");
              assertThat(forms).as(key).containsAll(pluralForms(text));
            });
  }

  private record Text(String key, String text) {}

  /** Texts of which at least a word is not an argument. */
  private static void forEachPair(String file, Locale language, BiConsumer<Text, Text> check) {
    Map<String, String> translated = TextFiles.read(file, language);
    TextFiles.read(file, Locale.ENGLISH)
        .forEach(
            (key, english) -> {
              boolean words =
                  ARGUMENT.matcher(english).replaceAll("").chars().anyMatch(Character::isLetter);
              if (words && !SAME_EVERYWHERE.contains(key)) {
                check.accept(new Text(key, english), new Text(key, translated.get(key)));
              }
            });
  }

  private static Set<String> arguments(String text) {
    return parts(text, MessagePattern.Part.Type.ARG_NUMBER, MessagePattern.Part.Type.ARG_NAME);
  }

  private static Set<String> pluralForms(String text) {
    Set<String> selectors = parts(text, MessagePattern.Part.Type.ARG_SELECTOR);
    selectors.removeIf(selector -> selector.startsWith("="));
    return selectors;
  }

  private static Set<String> parts(String text, MessagePattern.Part.Type... types) {
    MessagePattern pattern = new MessagePattern(text);
    Set<String> found = new TreeSet<>();
    for (int i = 0; i < pattern.countParts(); i++) {
      if (Set.of(types).contains(pattern.getPartType(i))) {
        found.add(pattern.getSubstring(pattern.getPart(i)));
      }
    }
    return found;
  }
}
