package dev.latchkey.review;

import java.util.Map;

/** The words for keys on staff's pages, in English. */
public final class StaffWords {
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("identity-confirmed", "Identity confirmed by what they described"),
          Map.entry("known-by-other-channel", "Known to us through another channel"),
          Map.entry("challenge-passed", "Entered the code that we asked for"),
          Map.entry("documents-fit", "Documents fit the account"),
          Map.entry("not-convincing", "Description is not convincing"),
          Map.entry("too-little", "Description is too short"),
          Map.entry("contradictions", "Contradicts what we know"),
          Map.entry("challenge-failed", "Code that we asked for not entered"),
          Map.entry("documents-unusable", "Documents unusable"),
          Map.entry("no-such-account", "No such account"),
          Map.entry("suspected-takeover", "Suspected takeover"),
          Map.entry("account-since", "Account opened"),
          Map.entry("last-sign-in", "Last sign-in"),
          Map.entry("old-address", "Earlier number or e-mail address"),
          Map.entry("old-addresses", "Earlier numbers or e-mail addresses"),
          Map.entry("lost", "Lost"),
          Map.entry("lost-since", "Lost since"),
          Map.entry("email", "E-mail"),
          Map.entry("phone", "Phone"),
          Map.entry("recovery-code", "Code"),
          Map.entry("contact-code", "Code to the contact address"));

  private StaffWords() {}

  /** The words for a key; the key itself as words where there are none of its own. */
  public static String of(String key) {
    String known = WORDS.get(key);
    if (known != null) {
      return known;
    }
    String words = key.replace('-', ' ').replace('_', ' ');
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
