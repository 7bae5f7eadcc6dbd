package dev.latchkey.process.guard;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Loops that send without a wait, and paths on which more than four codes are sent. */
final class SendCheck {
  private static final int BUDGET = 4;
  private static final Pattern NUMBER = Pattern.compile("(?:[$#]\\{\\s*)?(\\d{1,6})\\s*}?");
  private final Sends sends;
  private final Findings findings;

  SendCheck(Sends sends, Findings findings) {
    this.sends = sends;
    this.findings = findings;
  }

  void check(Diagram diagram) {
    for (Scope process : diagram.processes()) {
      process.allNodes().filter(sends::sends).forEach(this::checkLoop);
      checkBudget(process);
    }
  }

  private void checkLoop(Node sender) {
    Set<Node> atOnce =
        sends.reach(
            sender, node -> !sends.waits(node) && !Words.CHOOSE_NEXT_WAY.equals(node.delegate()));
    if (!sends.waits(sender) && atOnce.contains(sender)) {
      findings.add(
          Rule.SEND_LOOP,
          sender,
          "\"" + sender.label() + "\" comes back to itself and sends again without a wait",
          "Lead the way back through a timer of PT2M or longer, or on to another way");
    }
  }

  /** Each call counts once on a path: a loop goes on with another way, not with the same again. */
  private void checkBudget(Scope process) {
    Map<Node, Integer> calls = new LinkedHashMap<>();
    process
        .allNodes()
        .filter(SendCheck::countsAgainstAccount)
        .forEach(n -> calls.put(n, allowed(n)));
    Map<Node, Set<Node>> later = new LinkedHashMap<>();
    calls.keySet().forEach(call -> later.put(call, sends.reach(call, node -> true)));
    for (Node first : calls.keySet()) {
      int most = heaviest(first, calls, later, new HashMap<>());
      if (most > BUDGET) {
        findings.add(
            Rule.SEND_BUDGET,
            first,
            "Up to " + most + " codes can be sent on one path from here",
            "Four suffice: lower sendsAllowed, or end in a way that sends nothing");
        return;
      }
    }
  }

  private static int heaviest(
      Node call, Map<Node, Integer> calls, Map<Node, Set<Node>> later, Map<Node, Integer> known) {
    Integer before = known.get(call);
    if (before != null) {
      return before;
    }
    int loop = calls.get(call);
    int most = 0;
    for (Node next : calls.keySet()) {
      boolean onward = next != call && later.get(call).contains(next);
      if (onward && later.get(next).contains(call)) {
        loop += calls.get(next);
      } else if (onward) {
        most = Math.max(most, heaviest(next, calls, later, known));
      }
    }
    known.put(call, loop + most);
    return loop + most;
  }

  private static boolean countsAgainstAccount(Node node) {
    return node.is("callActivity")
        && in(node, Words.SENDS_ALLOWED).findAny().isPresent()
        && in(node, Words.CHANNEL)
            .noneMatch(channel -> channel.contains("'" + Words.CONTACT + "'"));
  }

  private static int allowed(Node call) {
    return in(call, Words.SENDS_ALLOWED)
        .map(NUMBER::matcher)
        .filter(Matcher::matches)
        .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
        .findFirst()
        .orElse(0);
  }

  private static Stream<String> in(Node call, String target) {
    return call.element()
        .extensions("in")
        .filter(in -> in.attribute("target").equals(target))
        .map(in -> in.attribute("sourceExpression"));
  }
}
