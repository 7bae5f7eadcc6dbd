package dev.latchkey.secret;

/**
 * A network address shortened so that its holder recognises it and nobody else is named by it: the
 * first three groups of either notation.
 */
public final class NetworkHint {
  private static final int GROUPS = 3;

  private NetworkHint() {}

  /** The hint, or null for an empty address or none. */
  public static String of(String address) {
    if (address == null || address.isBlank()) {
      return null;
    }
    String separator = address.contains(":") ? ":" : ".";
    String[] groups = address.strip().split(separator.equals(":") ? ":" : "\\.", -1);
    int kept = Math.min(GROUPS, groups.length - 1);
    StringBuilder hint = new StringBuilder();
    for (int i = 0; i < kept; i++) {
      hint.append(groups[i]).append(separator);
    }
    return hint.append('…').toString();
  }
}
