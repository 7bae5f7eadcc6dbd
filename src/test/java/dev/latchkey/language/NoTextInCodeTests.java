package dev.latchkey.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What people read stands in the files of texts, never in Java or in an expression of a template.
 * Words for staff, operators and developers (Tasklist, start box, faults, the description of the
 * REST interface) are in English alone.
 */
class NoTextInCodeTests {
  private static final Path JAVA = Path.of("src/main/java/dev/latchkey");

  /** Where everything is for people who may be strangers to English. */
  private static final List<String> FOR_PEOPLE =
      List.of("web", "api", "account", "help", "messaging", "recovery", "language");

  /**
   * The description of the REST interface, the situations of the demo in the start box, and the
   * words that people send us, in all languages at once.
   */
  private static final Set<String> NOT_FOR_PEOPLE =
      Set.of(
          "ApiDocumentation.java",
          "ApiExamples.java",
          "RecoveryApiDescription.java",
          "EvidenceApiDescription.java",
          "SignInApiDescription.java",
          "DemoPeople.java",
          "Keyword.java",
          "ProviderChecks.java");

  private static final Pattern COMMENT =
      Pattern.compile("/\\*.*?\\*/|^\\s*//.*?$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\".*?\"\"\"", Pattern.DOTALL);
  private static final Pattern STATEMENT_END = Pattern.compile("[;{}]\\s*\n");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** Faults and logs go to operators, annotations of the interface to developers. */
  private static final Pattern NOT_SHOWN =
      Pattern.compile(
          "\\bthrow\\b|(Exception|Failure|Refused)\\(|(?i:\\blog\\.)|super\\("
              + "|@(Schema|Operation|Tag|ApiResponse|Parameter)\\b|\\.description\\(");

  private static final Pattern SENTENCE =
      Pattern.compile(
          "^\\s*[A-Z][A-Za-z'’]*( [A-Za-z'’-]+){2,}|[a-z]{2,} [a-z]{2,}[.?!]$"
              + "|[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}\\p{IsDevanagari}]");

  /** Expressions that become what is read or heard, and attributes that are. */
  private static final Pattern EXPRESSION =
      Pattern.compile("th:(?:u?text|title|alt|placeholder|aria-label|value)=\"([^\"]*)\"");

  private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\\|([^|]*)\\|");
  private static final Pattern WORDS = Pattern.compile("[A-Za-z]{2,} [A-Za-z]{2,}|^[A-Z][a-z]+$");
  private static final Pattern INLINED =
      Pattern.compile("\\[\\[|\\[\\(|<input[^>]*type=\"(?:submit|button)\"[^>]* value=\"");

  static List<Path> code() throws IOException {
    try (Stream<Path> files = Files.walk(JAVA)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> FOR_PEOPLE.contains(JAVA.relativize(file).getName(0).toString()))
          .filter(file -> !NOT_FOR_PEOPLE.contains(file.getFileName().toString()))
          .toList();
    }
  }

  static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.walk(TextFiles.RESOURCES.resolve("templates"))) {
      return files.filter(file -> file.toString().endsWith(".html")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("code")
  void code_holdsNoText(Path file) throws IOException {
    assertThat(sentences(Files.readString(file))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void template_makesNoTextOfItsOwn(Path file) throws IOException {
    String template = Files.readString(file);
    assertThat(INLINED.matcher(template).find()).isFalse();
    assertThat(quotedWords(template)).isEmpty();
  }

  private static List<String> quotedWords(String template) {
    return EXPRESSION
        .matcher(template)
        .results()
        .flatMap(expression -> QUOTED.matcher(expression.group(1)).results())
        .map(quoted -> quoted.group(1) == null ? quoted.group(2) : quoted.group(1))
        .filter(text -> WORDS.matcher(text).find())
        .toList();
  }

  private static List<String> sentences(String source) {
    String code = TEXT_BLOCK.matcher(COMMENT.matcher(source).replaceAll("")).replaceAll("\"\"");
    List<String> found = new ArrayList<>();
    for (String statement : STATEMENT_END.split(code, -1)) {
      Matcher literal = LITERAL.matcher(statement);
      while (literal.find() && !NOT_SHOWN.matcher(statement).find()) {
        if (SENTENCE.matcher(literal.group(1)).find()) {
          found.add(literal.group(1));
        }
      }
    }
    return found;
  }
}
