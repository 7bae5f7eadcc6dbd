package dev.latchkey.process.guard;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a call hands to the called process and takes back from it. */
final class Calls {
  private static final Pattern WORD = Pattern.compile("[$#]\\{\\s*'([\\w-]+)'\\s*}");

  private Calls() {}

  /** The channel that a called process sends to, as far as the diagram says it. */
  static Value channel(Node call) {
    return call.element()
        .extensions("in")
        .filter(in -> in.attribute("target").equals(Words.CHANNEL))
        .map(in -> WORD.matcher(in.attribute("sourceExpression")))
        .filter(Matcher::matches)
        .map(matcher -> Value.of(matcher.group(1)))
        .findFirst()
        .orElse(Value.ANYTHING);
  }

  /** The standing of the caller once the called process ended with another. */
  static Standing back(Node call, Standing caller, Standing called) {
    Standing back = caller.after(called);
    for (XmlElement out : call.element().extensions("out").toList()) {
      String target = out.attribute("target");
      if (back.known().containsKey(target)) {
        Value value = called.known().getOrDefault(out.attribute("source"), Value.ANYTHING);
        back = back.with(target, value);
      }
    }
    return back;
  }

  /** A version that is deployed later may do less: nothing that this one proves is certain. */
  static Standing backFromAnyVersion(Standing caller) {
    return caller.mayHaveProven().with(Words.OUTCOME, Value.ANYTHING);
  }
}
