package dev.latchkey.audit;

/**
 * From where something was done, as the network shows it. Only a hint of the address and a keyed
 * hash of its network are stored.
 *
 * @param address network address, or null
 * @param agent as the client describes itself, or null
 */
public record Origin(String address, String agent) {
  /** Done by the system itself, in a job. */
  public static final Origin NONE = new Origin(null, null);
}
