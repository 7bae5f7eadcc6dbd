package dev.latchkey.directory;

import java.util.List;

/**
 * What a person typed to name an account, in the form in which it is looked up.
 *
 * @param candidates the possible readings, the likeliest first; never empty. A phone number in
 *     national notation has one for each home country in which it is valid
 */
public record Identifier(IdentifierKind kind, List<String> candidates) {

  /** The likeliest reading; stands for the identifier in hashes and limits. */
  public String canonical() {
    return candidates.get(0);
  }
}
