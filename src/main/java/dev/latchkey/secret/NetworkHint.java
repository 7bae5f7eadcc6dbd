package dev.latchkey.secret;

/**
 * A network address shortened so that its holder recognises it and nobody else is named by it: the
 * first three groups of either notation, which is a /24 of IPv4 and a /48 of IPv6.
 */
public final class NetworkHint {
  private static final int GROUPS = 3;

  private NetworkHint() {}

  /** The hint, the same for all notations of an address; null for an empty one. */
  public static String of(String address) {
    if (address == null || address.isBlank()) {
      return null;
    }
    String network = ClientNetwork.of(address.strip());
    String separator = network.contains(":") ? ":" : ".";
    String[] groups = network.split(separator.equals(":") ? ":" : "\\.", -1);
    int kept = Math.min(GROUPS, groups.length - 1);
    StringBuilder hint = new StringBuilder();
    for (int i = 0; i < kept; i++) {
      hint.append(groups[i]).append(separator);
    }
    return hint.append('…').toString();
  }
}
