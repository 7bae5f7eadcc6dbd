package dev.latchkey.security;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * How long ago somebody proved who they are to the provider, and whether that is recent enough to
 * begin a session here. A provider signs people in without a question as long as its own session
 * lasts; that must make neither the day of ours longer, nor the hour without doing anything, nor
 * undo that somebody signed out.
 */
@Component
class OidcAge {
  private static final String ASKED = "latchkey.asked-again";

  /** By so much clocks may be apart, once a new proof was asked for. */
  private static final Duration APART = Duration.ofMinutes(1);

  private final Staff settings;
  private final StaffSignOuts signOuts;
  private final Clock clock;

  OidcAge(Staff settings, StaffSignOuts signOuts, Clock clock) {
    this.settings = settings;
    this.signOuts = signOuts;
    this.clock = clock;
  }

  /** What is to be done with a sign-in. */
  enum Verdict {
    RECENT,
    /** The provider is to ask the person who they are, whatever session it has. */
    ASK_AGAIN,
    /** It was asked to, and did not. */
    NOT_ASKED,
    /** The provider does not tell when that was, though it has to if it is asked for an age. */
    UNKNOWN
  }

  /** The oldest proof that a sign-in may rest on. */
  Duration longest() {
    Duration day = settings.sessionLifetime();
    Duration idle = settings.sessionIdle();
    return idle.compareTo(day) < 0 ? idle : day;
  }

  /**
   * Judges a sign-in, and remembers in the session what the provider is asked for.
   *
   * @param proven when the person proved who they are (UTC), or null if the provider does not say
   */
  Verdict judge(HttpSession session, String person, Instant proven) {
    if (proven == null) {
      return Verdict.UNKNOWN;
    }
    Instant now = clock.instant();
    Object asked = session.getAttribute(ASKED);
    session.removeAttribute(ASKED);
    if (asked instanceof Instant at && !proven.isBefore(at.minus(APART))) {
      return Verdict.RECENT;
    }
    if (now.isBefore(proven.plus(longest())) && proven.isAfter(signOuts.last(person))) {
      return Verdict.RECENT;
    }
    if (asked != null) {
      return Verdict.NOT_ASKED;
    }
    session.setAttribute(ASKED, now);
    return Verdict.ASK_AGAIN;
  }

  /** Whether the provider is to be asked for a new proof. */
  static boolean asksAgain(HttpSession session) {
    return session != null && session.getAttribute(ASKED) != null;
  }
}
