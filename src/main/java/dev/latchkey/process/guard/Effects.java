package dev.latchkey.process.guard;

import dev.latchkey.process.guard.Standing.Hold;
import dev.latchkey.process.guard.Standing.Kind;
import java.util.List;

/** What the building blocks make certain. Everything not named here changes nothing that counts. */
final class Effects {
  private static final String YES = "true";

  private Effects() {}

  /** All standings that an element can leave behind. */
  static List<Standing> of(Node node, Standing before) {
    Standing here = withOutcome(node, before);
    if (node.isTimer() && node.is("intermediateCatchEvent")) {
      return List.of(waited(node, here));
    }
    return switch (node.delegate()) {
      case Words.LOOK_UP_ACCOUNT -> List.of(here.with(Words.ENOUGH_PROOF, Value.not(YES)));
      case Words.CHOOSE_NEXT_WAY ->
          List.of(
              here.with(Words.OUTCOME, Value.ANYTHING).with(Words.CHECK_OUTCOME, Value.ANYTHING));
      case Words.WEIGH_PROOFS ->
          List.of(
              here.weighedEnough().with(Words.ENOUGH_PROOF, Value.of(YES)),
              here.with(Words.ENOUGH_PROOF, Value.not(YES)));
      case Words.CHECK_CODE -> checked(here, sentCode(here));
      case Words.CHECK_APP_CODE, Words.CHECK_APPROVAL -> checked(here, here.proven(Kind.BOUND));
      case Words.CHECK_BACKUP_CODE -> checked(here, here.proven(Kind.SAVED));
      case Words.RECORD_DECISION ->
          List.of(
              here.mayHaveProven().with(Words.APPROVED, Value.of(YES)),
              here.mayHaveProven().with(Words.APPROVED, Value.not(YES)));
      case Words.DECIDE_HOLD ->
          List.of(
              here.holding(Hold.WANTED).with(Words.HOLD_WANTED, Value.of(YES)),
              here.holding(Hold.NOT_WANTED).with(Words.HOLD_WANTED, Value.not(YES)));
      case Words.TELL_OF_HOLD ->
          List.of(here.hold() == Hold.WANTED ? here.holding(Hold.TOLD) : here);
      default -> List.of(here);
    };
  }

  /** End and boundary events pass a word on in the variable {@code outcome}. */
  private static Standing withOutcome(Node node, Standing before) {
    String word = node.property(Words.OUTCOME);
    return word.isEmpty() ? before : before.with(Words.OUTCOME, Value.of(word));
  }

  private static Standing waited(Node timer, Standing before) {
    boolean untilHoldIsOver =
        timer
            .definition("timer")
            .flatMap(d -> d.children("timeDate").findFirst())
            .flatMap(date -> Expressions.bean(date.text()))
            .filter(Words.HOLD_UNTIL::equals)
            .isPresent();
    return untilHoldIsOver && before.hold() == Hold.TOLD ? before.holding(Hold.OVER) : before;
  }

  private static List<Standing> checked(Standing before, Standing accepted) {
    return List.of(
        accepted.with(Words.CHECK_OUTCOME, Value.of(Words.ACCEPTED)),
        before.with(Words.CHECK_OUTCOME, Value.not(Words.ACCEPTED)));
  }

  /** A code proves something about the account only where it surely goes to an address of it. */
  private static Standing sentCode(Standing before) {
    Value channel = before.known().get(Words.CHANNEL);
    if (channel.surely(Words.CONTACT)) {
      return before;
    } else if (channel.surely(Words.NEW_ADDRESS)) {
      return before.proven(Kind.NEW_ADDRESS);
    }
    boolean surelyOnFile = channel.surely(Words.EMAIL) || channel.surely(Words.TEXT_MESSAGE);
    return surelyOnFile ? before.proven(Kind.ISSUED) : before.mayHaveProven();
  }
}
