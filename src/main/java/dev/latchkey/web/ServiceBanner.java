package dev.latchkey.web;

import dev.latchkey.help.ServiceState;
import java.util.Map;

/**
 * What a page says of the channels that it is about: nothing while they work.
 *
 * @param states of the channels, by their keys
 * @param country of the number typed (ISO 3166), or null
 * @param waiting whether the page waits for the channel itself
 */
record ServiceBanner(Map<String, ServiceState> states, String country, boolean waiting) {

  /** The one channel that the page is about, or null if it is about several or none. */
  public String channel() {
    return states.size() == 1 ? states.keySet().iterator().next() : null;
  }

  /** Whether there is anything to say. */
  public boolean visible() {
    return states.values().stream().anyMatch(state -> state != ServiceState.GOOD);
  }

  /** Whether the page cannot go on before the channel works again. */
  public boolean heldUp() {
    return waiting && states.containsValue(ServiceState.DOWN);
  }
}
