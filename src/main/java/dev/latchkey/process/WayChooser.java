package dev.latchkey.process;

import dev.latchkey.proof.Proof;
import dev.latchkey.proof.ProofKind;
import dev.latchkey.proof.Way;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Picks the next way: the one the person wants, else the next of the plan that is not yet tried.
 */
final class WayChooser {
  private WayChooser() {}

  /**
   * Never a way whose kind is proven already: a second proof of the same kind counts for nothing.
   * When all were tried, the plan starts over, but not with the way just left.
   *
   * @param wanted may be null
   * @param current may be null
   * @return human review if the plan has nothing else
   */
  static Way next(
      List<Way> plan, Set<Way> tried, Way current, Way wanted, Collection<Proof> proofs) {
    Set<ProofKind> proven =
        proofs.stream().map(proof -> proof.way().kind()).collect(Collectors.toSet());
    List<Way> useful = plan.stream().filter(way -> !proven.contains(way.kind())).toList();
    if (wanted != null && useful.contains(wanted)) {
      return wanted;
    }
    Optional<Way> untried = useful.stream().filter(way -> !tried.contains(way)).findFirst();
    return untried
        .or(() -> useful.stream().filter(way -> way != current).findFirst())
        .orElse(Way.HUMAN_REVIEW);
  }
}
