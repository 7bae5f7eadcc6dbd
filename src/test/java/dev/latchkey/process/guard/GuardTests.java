package dev.latchkey.process.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.process.GuardOnPaper;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guard refuses, with the right element; and what it lets through (G2, G4). */
class GuardTests {

  static List<BrokenDiagrams.Broken> broken() {
    return BrokenDiagrams.all();
  }

  static List<Patched> correct() {
    return CorrectDiagrams.all();
  }

  @ParameterizedTest
  @MethodSource("broken")
  void G4_mistake_isFound_atItsElement(BrokenDiagrams.Broken broken) {
    assertThat(errors(broken.files())).isEqualTo(broken.errors());
  }

  @ParameterizedTest
  @MethodSource("correct")
  void G2_correctChange_isNotRefused(Patched files) {
    assertThat(errors(files)).isEmpty();
  }

  private static Set<String> errors(Patched files) {
    return GuardOnPaper.check(files.contents()).stream()
        .filter(finding -> finding.rule().error())
        .map(finding -> finding.rule().key() + " " + finding.file() + " " + finding.element())
        .collect(Collectors.toSet());
  }

  static List<Arguments> unwise() {
    return List.of(
        Arguments.of(
            Patched.files("no label")
                .in("CodeDeliveryProcess.bpmn")
                .replaceIn("Task_TellNextSend", "Say when the next code comes", ""),
            "label CodeDeliveryProcess.bpmn Task_TellNextSend"),
        Arguments.of(
            Patched.files("three codes by e-mail")
                .in("AccountRecoveryProcess.bpmn")
                .replaceIn("CallActivity_EmailCode", "${2}", "${3}"),
            "send-budget AccountRecoveryProcess.bpmn"),
        Arguments.of(
            Patched.files("answer that shows the account")
                .in("AccountRecoveryProcess.bpmn")
                .replaceIn(
                    "Flow_EnoughProof", "${enoughProof}", "${enoughProof and !secondFactor}"),
            "account-shown AccountRecoveryProcess.bpmn Flow_EnoughProof"));
  }

  @ParameterizedTest
  @MethodSource("unwise")
  void G4_whatIsOnlyUnwise_isWarnedOf(Patched files, String warning) {
    assertThat(errors(files)).isEmpty();
    assertThat(GuardOnPaper.check(files.contents()))
        .extracting(
            finding -> finding.rule().key() + " " + finding.file() + " " + finding.element())
        .anyMatch(found -> found.startsWith(warning));
  }
}
