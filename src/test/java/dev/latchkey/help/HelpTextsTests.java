package dev.latchkey.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the help centre says is whole, in each language. */
class HelpTextsTests {
  private static final int MOST_STEPS = 6;

  /** The script that each text of a language must hold something of. */
  private static final Map<Locale, Pattern> WRITTEN_IN =
      Map.of(
          Locale.ENGLISH, Pattern.compile("[a-z]"),
          Locale.JAPANESE, Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]"),
          HelpBundles.MARATHI, Pattern.compile("\\p{IsDevanagari}"));

  /** Texts that are the same in English: none. */
  private static final Set<String> SAME_AS_IN_ENGLISH = Set.of();

  static List<Locale> languages() {
    return HelpBundles.LANGUAGES;
  }

  @ParameterizedTest
  @MethodSource("languages")
  void H_eachTopic_hasAllItsTexts(Locale language) {
    List<String> wanted = new ArrayList<>();
    for (HelpTopic topic : HelpTopics.all()) {
      for (String part : List.of("title", "what", "step.1", "step.2", "else", "keywords")) {
        wanted.add("help." + topic.key() + "." + part);
      }
    }
    assertThat(HelpBundles.of(language)).containsKeys(wanted.toArray(String[]::new));
  }

  @Test
  void eachCategoryAndAction_hasItsText() {
    List<String> wanted = new ArrayList<>();
    Arrays.stream(HelpCategory.values()).forEach(one -> wanted.add("help.category." + one.key()));
    Arrays.stream(HelpAction.values()).forEach(one -> wanted.add("help.action." + one.key()));
    assertThat(HelpBundles.of(Locale.ENGLISH)).containsKeys(wanted.toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void H_noLanguage_hasMoreOrFewerTextsThanEnglish(Locale language) {
    assertThat(HelpBundles.of(language).keySet())
        .isEqualTo(HelpBundles.of(Locale.ENGLISH).keySet());
  }

  @ParameterizedTest
  @MethodSource("languages")
  void H_noText_isLeftUntranslated(Locale language) {
    Map<String, String> english = HelpBundles.of(Locale.ENGLISH);
    HelpBundles.of(language)
        .forEach(
            (key, text) -> {
              assertThat(text).as(key).containsPattern(WRITTEN_IN.get(language));
              if (!language.equals(Locale.ENGLISH) && !SAME_AS_IN_ENGLISH.contains(key)) {
                assertThat(text).as(key).isNotEqualTo(english.get(key));
              }
            });
  }

  @ParameterizedTest
  @MethodSource("languages")
  void noText_holdsMarkup(Locale language) {
    HelpBundles.of(language)
        .forEach((key, text) -> assertThat(text).as(key).doesNotContainPattern("[<>&\\\\]"));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void eachNamedButtonOrPage_isAText_andTheSameInAllLanguages(Locale language) {
    Map<String, String> english = HelpBundles.of(Locale.ENGLISH);
    Map<String, String> named = HelpBundles.pages();
    HelpBundles.of(language)
        .forEach(
            (key, text) -> {
              assertThat(references(text))
                  .as(key)
                  .containsExactlyInAnyOrderElementsOf(references(english.get(key)))
                  .allSatisfy(
                      reference ->
                          assertThat(named.get(reference)).isNotNull().doesNotContain("{", "["));
              assertThat(HelpTexts.REFERENCE.matcher(text).replaceAll(""))
                  .as(key)
                  .doesNotContain("[", "]");
            });
  }

  @ParameterizedTest
  @MethodSource("languages")
  void article_showsNoKeyAndNoReference_andStepsThatCanBeKeptInMind(Locale language) {
    HelpTexts texts = new HelpTexts(HelpBundles.source());
    for (HelpTopic topic : HelpTopics.all()) {
      HelpArticle article = texts.article(topic, language);
      assertThat(article.toString()).doesNotContain("[ways.", "[account.", "[help.", "[advice.");
      assertThat(article.steps()).as(topic.key()).hasSizeBetween(2, MOST_STEPS);
      assertThat(article.keywords()).as(topic.key()).hasSizeGreaterThan(5).doesNotHaveDuplicates();
      long numbered =
          HelpBundles.of(language).keySet().stream()
              .filter(key -> key.startsWith("help." + topic.key() + ".step."))
              .count();
      assertThat(article.steps()).as(topic.key()).hasSize((int) numbered);
    }
  }

  @Test
  void relatedTopics_existAndAreOthers() {
    for (HelpTopic topic : HelpTopics.all()) {
      assertThat(topic.related())
          .as(topic.key())
          .isNotEmpty()
          .doesNotContain(topic.key())
          .doesNotHaveDuplicates()
          .allSatisfy(key -> assertThat(HelpTopics.find(key)).as(key).isPresent());
    }
  }

  @Test
  void noTwoTopics_haveOneKey() {
    assertThat(HelpTopics.all()).extracting(HelpTopic::key).doesNotHaveDuplicates();
  }

  @Test
  void T1_noText_saysWhatIsOnFile() {
    HelpBundles.of(Locale.ENGLISH)
        .forEach(
            (key, text) ->
                assertThat(text)
                    .as(key)
                    .doesNotContainIgnoringCase("no such account")
                    .doesNotContainIgnoringCase("we have sent")
                    .doesNotContainIgnoringCase("your account exists"));
  }

  private static List<String> references(String text) {
    return HelpTexts.REFERENCE
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }
}
