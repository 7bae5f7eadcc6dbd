package dev.latchkey.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.directory.AccountChange;
import dev.latchkey.directory.PasswordRule;
import dev.latchkey.help.NoticeKind;
import dev.latchkey.help.ServiceState;
import dev.latchkey.language.TextFiles;
import dev.latchkey.proof.Way;
import dev.latchkey.recovery.RecoveryStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts stand in one file, so that another language is one file more. */
class PageTextsTests {
  private static final Pattern KEY =
      Pattern.compile("#\\{([a-zA-Z0-9.-]+)[}(]|(?:msg|said|busy)\\('([a-zA-Z0-9.-]+)'[,)]");
  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
  private static final Pattern TAG = Pattern.compile("<(\"[^\"]*\"|'[^']*'|[^>])*>");
  private static final Pattern SPOKEN =
      Pattern.compile("\\s(alt|title|placeholder|aria-label)=\"[^\"]+\"");

  static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.walk(TextFiles.RESOURCES.resolve("templates"))) {
      return files.filter(file -> file.toString().endsWith(".html")).toList();
    }
  }

  /**
   * The case file is for reviewers alone, who read English, and no page of its own; what changed in
   * diagrams is told to analysts in the language of the diagrams.
   */
  static List<Path> translated() throws IOException {
    return templates().stream()
        .filter(file -> !file.endsWith("staff/case-file.html"))
        .filter(file -> !file.endsWith("staff/evidence-slot.html"))
        .filter(file -> !file.getFileName().toString().startsWith("process"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("translated")
  void template_holdsNoText(Path template) throws IOException {
    String markup = COMMENT.matcher(Files.readString(template)).replaceAll("");
    assertThat(TAG.matcher(markup).replaceAll("").strip()).isEmpty();
    assertThat(SPOKEN.matcher(markup).find()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void template_namesOnlyTextsThatExist(Path template) throws IOException {
    Matcher keys = KEY.matcher(Files.readString(template));
    Set<String> named = new TreeSet<>();
    while (keys.find()) {
      named.add(keys.group(1) == null ? keys.group(2) : keys.group(1));
    }
    assertThat(texts().keySet()).containsAll(named);
  }

  @Test
  void eachStep_wayStateRuleAndNotice_hasItsText() throws IOException {
    List<String> wanted = new ArrayList<>();
    for (String channel : List.of("text-message", "email", "contact")) {
      StepPages.STEPS.forEach(step -> wanted.add(StepPages.titleKey(step, channel)));
    }
    Set<RecoveryStatus> ofSignIns =
        EnumSet.of(RecoveryStatus.PROVEN, RecoveryStatus.SIGNED_IN, RecoveryStatus.FACTOR_LOST);
    for (RecoveryStatus status : EnumSet.complementOf(EnumSet.copyOf(ofSignIns))) {
      wanted.add("not-me." + status.key() + ".title");
      wanted.add("not-me." + status.key() + ".text");
    }
    for (Way way : EnumSet.complementOf(EnumSet.of(Way.PASSWORD))) {
      wanted.add("ways." + way.key());
    }
    for (PasswordRule rule : PasswordRule.values()) {
      wanted.add("problem.password." + rule.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    for (String notice :
        List.of(
            "not-received",
            "undelivered",
            "attempts-exhausted",
            "left",
            "limited",
            "wrong-code",
            "clock-off",
            "expired-code",
            "inactive-backup-code",
            "next-send-later",
            "contact-unconfirmed",
            "code-resent",
            "not-sent-yet",
            "last-backup-code",
            "denied",
            "not-answered",
            "opted-in",
            "proof-missing")) {
      wanted.add("notice." + notice);
    }
    assertThat(texts().keySet()).containsAll(wanted);
  }

  @Test
  void eachChangeAndItsOutcome_hasItsText() throws IOException {
    List<String> wanted = new ArrayList<>();
    for (AccountChange change : AccountChange.values()) {
      wanted.add("settings.activity." + change.key());
    }
    for (Done done : Done.values()) {
      wanted.add("settings.done." + done.key());
    }
    assertThat(texts().keySet()).containsAll(wanted);
  }

  @Test
  void eachStateAndNoticeOfTheService_hasItsText() throws IOException {
    List<String> wanted = new ArrayList<>();
    for (ServiceState state : ServiceState.values()) {
      wanted.add("status.state." + state.key());
    }
    for (NoticeKind kind : NoticeKind.values()) {
      wanted.add("status.kind." + kind.key());
    }
    for (String channel : List.of(ServiceBanners.TEXT_MESSAGE, ServiceBanners.EMAIL)) {
      wanted.add("status.channel." + channel);
      wanted.add("banner.slow." + channel);
      wanted.add("banner.down." + channel);
    }
    assertThat(texts().keySet()).containsAll(wanted);
  }

  @Test
  void noText_isEmptyOrHoldsMarkup() throws IOException {
    texts()
        .forEach(
            (key, text) ->
                assertThat(text)
                    .as("text of %s", key)
                    .isNotBlank()
                    .doesNotContain("&")
                    .doesNotContainPattern("</|<[a-z]+>"));
  }

  @Test
  void R15_noText_saysThatAnAccountExistsOrNot() throws IOException {
    texts()
        .forEach(
            (key, text) ->
                assertThat(text.toLowerCase(Locale.ROOT))
                    .as("text of %s", key)
                    .doesNotContain("no such account")
                    .doesNotContain("account does not exist")
                    .doesNotContain("we have sent a code to your")
                    .doesNotContain("your phone number ends"));
  }

  private static Map<String, String> texts() {
    return TextFiles.ofPages(Locale.ENGLISH);
  }
}
