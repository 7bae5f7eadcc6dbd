package dev.latchkey.secret;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * What limits count as one client. A household or a rented server gets a whole /64 of IPv6
 * addresses, so all of them are one client; an IPv4 address stays what it is, also when it comes
 * written as an IPv6 one.
 */
public final class ClientNetwork {
  /** With a colon and these alone, Java reads an address and never asks for a name. */
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

  private static final int NETWORK_BYTES = 8;

  private ClientNetwork() {}

  /**
   * The network that an address lies in, the same for all notations of it; whatever is no IPv6
   * address stays as it is. Resolves no names.
   *
   * @param address as the server sees its client, with or without brackets and zone
   */
  public static String of(String address) {
    String bare = address.replaceFirst("^\\[(.*)]$", "$1").replaceFirst("%.*$", "");
    return IPV6.matcher(bare).matches() ? ofIpv6(address, bare) : address;
  }

  private static String ofIpv6(String address, String bare) {
    try {
      InetAddress read = InetAddress.getByName("[" + bare + "]");
      return read instanceof Inet6Address ? network(read) : read.getHostAddress();
    } catch (UnknownHostException noAddress) {
      return address;
    }
  }

  private static String network(InetAddress address) throws UnknownHostException {
    byte[] bytes = Arrays.copyOf(address.getAddress(), NETWORK_BYTES);
    return InetAddress.getByAddress(Arrays.copyOf(bytes, 2 * NETWORK_BYTES)).getHostAddress()
        + "/64";
  }
}
