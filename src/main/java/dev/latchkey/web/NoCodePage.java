package dev.latchkey.web;

import dev.latchkey.help.ToldAdvice;
import java.util.List;

/**
 * Why a code did not come, as one page tells it beside the step that goes on meanwhile.
 *
 * @param step the step as its own page shows it
 * @param known facts, with what to do
 * @param said what the person ticked, with what to do, or null
 * @param asked what they can tick
 * @param symptom as it stands in the address; empty if nothing was ticked
 */
record NoCodePage(
    StepPage step, List<Shown> known, Shown said, List<ToldAdvice> asked, String symptom) {

  /**
   * Advice with its button.
   *
   * @param next what the button does, or null for none: to wait is offered once, for all of them
   */
  record Shown(ToldAdvice told, String next) {}

  /** Address of what the page replaces itself with once the step has changed. */
  public String part() {
    return step.base() + "/no-code/part?seen=" + step.view().stepNumber() + "&symptom=" + symptom;
  }

  /** Whether anything is told besides questions. */
  public boolean tells() {
    return said != null || !known.isEmpty();
  }

  /** Whether messages are sent at this step, so that their pace has to be explained. */
  public boolean sends() {
    return !step.fragment().equals("enter-app-code");
  }
}
