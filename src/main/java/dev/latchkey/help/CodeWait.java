package dev.latchkey.help;

import dev.latchkey.proof.Way;
import java.util.List;

/**
 * Somebody who waits for a code.
 *
 * @param source of the code
 * @param notice what happened last at the case, or null
 * @param country ISO 3166 code of the number that was typed, or null when it is not known
 * @param way in progress, or null
 * @param open what the process offers now
 */
public record CodeWait(
    String caseId, CodeSource source, String notice, String country, Way way, Open open) {
  static final String WAIT = "wait";
  static final String LEAVE = "leave";
  static final String RESEND = "resend";

  /**
   * What the process offers a person now.
   *
   * @param ways all ways of the plan; empty for a case that has one alone
   * @param leavable whether the way can be changed
   * @param resendable whether a new code can be asked for
   */
  public record Open(List<Way> ways, boolean leavable, boolean resendable) {}

  /**
   * The first of these that is open now. The way in progress counts as one: to wait for it. Who
   * confirms an address for a request to support is not led away from it.
   */
  String best(List<String> wanted) {
    return wanted.stream().filter(this::isOpen).findFirst().map(this::named).orElse(WAIT);
  }

  private boolean isOpen(String wanted) {
    return switch (wanted) {
      case WAIT -> true;
      case LEAVE -> canLeave();
      case RESEND -> open.resendable();
      default -> isCurrent(wanted) || canChangeTo(wanted);
    };
  }

  private boolean canLeave() {
    return open.leavable() && !open.ways().isEmpty();
  }

  private boolean isCurrent(String wanted) {
    return !confirms() && way != null && way.key().equals(wanted);
  }

  private boolean canChangeTo(String wanted) {
    return !confirms()
        && canLeave()
        && open.ways().stream().anyMatch(other -> other.key().equals(wanted));
  }

  private boolean confirms() {
    return source == CodeSource.CONTACT;
  }

  private String named(String wanted) {
    return isCurrent(wanted) ? WAIT : wanted;
  }
}
