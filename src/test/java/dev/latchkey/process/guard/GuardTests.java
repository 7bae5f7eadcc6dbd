package dev.latchkey.process.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.process.GuardOnPaper;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
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
}
