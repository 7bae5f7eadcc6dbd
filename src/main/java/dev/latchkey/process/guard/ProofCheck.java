package dev.latchkey.process.guard;

import dev.latchkey.process.guard.Standing.Hold;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * No path leads to the lock with fewer proofs than R11 wants, or past the hold of R14.
 *
 * <p>The check walks all paths through the whole call tree at once, as a search over pairs of
 * element and {@link Standing}: what is <em>certain</em> there. It is on the safe side:
 *
 * <ul>
 *   <li>A check of a code or approval, the recording of a decision, "Weigh proofs" and "Decide
 *       hold" each leave two standings behind, one for each answer, with the variable that carries
 *       it.
 *   <li>Proofs suffice once "Weigh proofs" answered so (it asks the ledger what R11 wants for this
 *       account), or two checks of different kinds were passed. Not by a variable alone: on a path
 *       without "Weigh proofs", {@code enoughProof} may be anything, and tells nothing.
 *   <li>A gateway lets a standing through where its condition can hold, and adds what it then tells
 *       of the variables that are followed. A condition that is not understood can always hold.
 *   <li>Events on a border and over a scope can happen at every place inside.
 *   <li>Each further proof undoes what was decided about the hold, which begins with the last one.
 *       The hold is done if "Decide hold" wants none, or after the account holder was told and a
 *       timer waited until {@code holdUntil}.
 *   <li>Variables that carry such answers can be written by the program alone ({@link
 *       ReferenceCheck}), and nothing of all this runs beside something else ({@link ForkCheck}).
 * </ul>
 *
 * <p>So it can refuse a diagram that would be safe, because of something it does not understand,
 * but lets none through that is not, as far as the building blocks do what {@link Effects} says.
 * The lock itself asks the ledger all the same (R25).
 */
final class ProofCheck {
  private final Project project;
  private final Findings findings;
  private final Set<String> told = new HashSet<>();

  ProofCheck(Project project, Findings findings) {
    this.project = project;
    this.findings = findings;
  }

  /** Walks from each process that no other calls. */
  void check() {
    Walks walks = new Walks(project);
    List<Scope> all = project.processes().toList();
    List<Scope> roots =
        all.stream().filter(process -> project.callsOf(process.id()).isEmpty()).toList();
    for (Scope root : roots.isEmpty() ? all : roots) {
      try {
        walks.of(root, Standing.atStart()).breaches().forEach(this::tell);
      } catch (Walks.TooLarge tooLarge) {
        findings.add(
            Rule.TOO_LARGE,
            root.element(),
            "The process branches too much to be checked",
            "Split it, or draw fewer decisions one after another");
      } catch (Walks.CallsItself loop) {
        findings.add(
            Rule.CALL,
            root.element(),
            "A process calls itself, directly or through others",
            "Draw a loop with a gateway instead");
      }
    }
  }

  private void tell(Walk.Breach breach) {
    Node node = breach.node();
    boolean proofs = Goals.proofsMissing(node, breach.standing());
    Rule rule = proofs ? Rule.TOO_FEW_PROOFS : Rule.NO_HOLD;
    if (!told.add(rule + node.element().file() + node.id())) {
      return;
    }
    String way = "This way leads to \"" + node.label() + "\" ";
    findings.add(
        rule,
        node,
        way
            + (proofs ? missing(node, breach.standing()) : without(breach.standing().hold()))
            + ": "
            + breach.trail().text(),
        proofs ? remedy(node) : HOLD_REMEDY);
  }

  private static final String HOLD_REMEDY =
      "Lead it, after the last proof, through \"Decide hold\" and, where a hold is wanted, through"
          + " \"Tell account holder of the hold\" and a timer until ${holdUntil}";

  private static String missing(Node node, Standing standing) {
    if (node.delegate().equals(Words.ADD_ADDRESS)) {
      return "without a code to the new address";
    }
    long kinds = standing.kinds().stream().filter(k -> k != Standing.Kind.NEW_ADDRESS).count();
    return kinds == 0
        ? "without any proof"
        : "with one proof, where an account with a second factor needs two of different kinds";
  }

  private static String remedy(Node node) {
    return node.delegate().equals(Words.ADD_ADDRESS)
        ? "Lead it through a code that was accepted on the channel new-address"
        : "Lead it through \"Weigh proofs\" and the answer ${enoughProof} of a gateway";
  }

  private static String without(Hold hold) {
    return switch (hold) {
      case WANTED -> "without telling the account holder of the hold and waiting for its end";
      case TOLD -> "without waiting until the hold is over";
      default -> "without deciding on the hold after the last proof";
    };
  }
}
