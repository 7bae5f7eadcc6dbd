package dev.latchkey.process.guard;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Timers that can be read, and codes that never follow each other within two minutes (R8). */
final class TimerCheck {
  static final Duration SEND_SPACING = Duration.ofMinutes(2);
  private static final Pattern VARIABLE = Pattern.compile("[$#]\\{\\s*[a-z]\\w*\\s*}");
  private static final Pattern REPEATS = Pattern.compile("R(\\d{1,3})/(P\\S+)");
  private static final String EXAMPLES = "Write a duration like PT2M (two minutes), PT4H or P7D";

  private final Sends sends;
  private final Findings findings;

  TimerCheck(Sends sends, Findings findings) {
    this.sends = sends;
    this.findings = findings;
  }

  void check(Diagram diagram) {
    diagram.nodes().filter(Node::isTimer).forEach(this::checkTimer);
    diagram.root().all("failedJobRetryTimeCycle").forEach(this::checkRetries);
  }

  private void checkTimer(Node node) {
    XmlElement definition = node.definition("timer").orElseThrow();
    Optional<XmlElement> time = definition.children().stream().findFirst();
    String text = time.map(XmlElement::text).orElse("");
    String kind = time.map(XmlElement::name).orElse("");
    Optional<Duration> duration =
        switch (kind) {
          case "timeDuration" -> Durations.read(text);
          case "timeCycle" -> cycle(text);
          default -> Optional.empty();
        };
    boolean date = kind.equals("timeDate") && isDate(text);
    if (duration.isEmpty() && !date) {
      findings.add(
          Rule.TIMER, node, "The time '" + text + "' of this timer cannot be read", EXAMPLES);
    } else if (duration.isPresent()
        && duration.get().compareTo(SEND_SPACING) < 0
        && sends.leadsToAnotherCode(node)) {
      findings.add(
          Rule.TIMER_TOO_SHORT,
          node,
          "After " + text + " this timer leads to another code, sooner than two minutes",
          "Wait PT2M or longer: nobody gets codes faster (R8)");
    }
  }

  private static Optional<Duration> cycle(String text) {
    var matcher = REPEATS.matcher(text);
    return matcher.matches() ? Durations.read(matcher.group(2)) : Optional.empty();
  }

  private static boolean isDate(String text) {
    if (VARIABLE.matcher(text).matches()) {
      return true;
    }
    try {
      OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeParseException noDate) {
      return false;
    }
  }

  private void checkRetries(XmlElement retries) {
    for (String part : retries.text().split(",", -1)) {
      String time = part.strip();
      boolean once = time.matches("R\\d{1,3}/P(T0S|\\S+)");
      if (!once && Durations.read(time).isEmpty()) {
        findings.add(
            Rule.TIMER,
            retries,
            "The times '" + retries.text() + "' to try again cannot be read",
            "Write durations with commas between, like PT10S,PT1M,PT5M");
        return;
      }
    }
  }
}
