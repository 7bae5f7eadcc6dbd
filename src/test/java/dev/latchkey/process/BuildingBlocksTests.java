package dev.latchkey.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the guard believes of the program, held against the program. */
class BuildingBlocksTests {
  private static final Path HERE = Path.of("src/main/java/dev/latchkey/process");

  @Test
  void beans_areDelegatesAndListenersOfTheEngine_andNothingElse() {
    assertThat(BuildingBlocks.beans())
        .contains("sendCodeDelegate", "rememberPlanListener", "reviewRulesListener")
        .doesNotContain("engineReceiptListener", "dataSource", "checkOutcomes");
    assertThat(BuildingBlocks.vocabulary().delegates()).doesNotContain("rememberPlanListener");
    assertThat(BuildingBlocks.vocabulary().taskListeners()).contains("reviewRulesListener");
  }

  @ParameterizedTest
  @CsvSource({
    "ENOUGH_PROOF, LookUpAccountDelegate WeighProofsDelegate",
    "HOLD_WANTED, DecideHoldDelegate",
    "APPROVED, RecordDecisionDelegate",
    "CHECK_OUTCOME, CheckApprovalDelegate CheckOutcomes",
    "OUTCOME, StepParseListener"
  })
  void answersThatProofsHangOn_areWrittenByWhatTheGuardKnows(String variable, String writers) {
    Pattern writes = Pattern.compile("setVariable\\(\\s*RecoveryVariables\\." + variable + "\\b");
    TreeSet<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.list(HERE)) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> writes.matcher(text(file)).find())
          .forEach(file -> found.add(file.getFileName().toString().replace(".java", "")));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    assertThat(String.join(" ", found)).isEqualTo(writers);
  }

  @Test
  void outputsThatAreReadOfTheAdvice_areThoseOfItsContract() {
    assertThat(AdviceRows.OUTPUTS)
        .allSatisfy(
            name ->
                assertThat(text(HERE.resolve("AdviceRows.java")))
                    .contains("(rule, \"" + name + "\")"));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
