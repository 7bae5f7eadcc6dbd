package dev.latchkey.web;

import java.util.List;
import org.springframework.ui.Model;

/**
 * Backup codes at the one time that they are shown. They live in the page alone: printing and
 * downloading work from there.
 *
 * @param key part of the text that says why they are shown
 */
record ShownCodes(String key, List<String> codes) {

  static ShownCodes afterTurningOn(List<String> codes) {
    return new ShownCodes(codes.isEmpty() ? "on-without" : "on", codes);
  }

  static ShownCodes made(List<String> codes) {
    return new ShownCodes("made", codes);
  }

  /** As one form field. */
  public String joined() {
    return String.join(" ", codes);
  }

  /** The view that shows them. */
  String in(Model model) {
    model.addAttribute("shown", this);
    return "account/codes";
  }

  @Override
  public String toString() {
    return "ShownCodes[" + codes.size() + "]";
  }
}
