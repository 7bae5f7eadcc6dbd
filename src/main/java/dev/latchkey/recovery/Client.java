package dev.latchkey.recovery;

/**
 * Who asks, as the network shows it. Told to the account holder where another device is asked to
 * approve; for limits only a keyed hash of the address is used.
 *
 * @param address network address; never null
 * @param device as the client describes itself (user agent), or null
 */
public record Client(String address, String device) {

  /** Without a description of the device. */
  public Client(String address) {
    this(address, null);
  }
}
