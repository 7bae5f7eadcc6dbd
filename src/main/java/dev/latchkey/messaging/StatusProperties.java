package dev.latchkey.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a channel counts as slow or as down.
 *
 * @param handOvers how far back hand-overs to the provider are looked at; longer than the pause
 *     between two tries of one message
 * @param receipts how far back receipts are looked at
 * @param fewest numbers or addresses that must be affected before receipts say anything; at least
 *     two, so that nobody learns from the status what became of one message
 * @param slowShare part of them, 0 to 1, from which on a channel is slow
 * @param downShare part of them from which on it is down
 * @param slowDelay a message that arrives later than this after its hand-over is late
 * @param refresh how old a reading may be
 */
@ConfigurationProperties(prefix = "latchkey.status", ignoreUnknownFields = false)
public record StatusProperties(
    @DefaultValue("PT2M") Duration handOvers,
    @DefaultValue("PT10M") Duration receipts,
    @DefaultValue("5") int fewest,
    @DefaultValue("0.25") double slowShare,
    @DefaultValue("0.75") double downShare,
    @DefaultValue("PT1M") Duration slowDelay,
    @DefaultValue("PT5S") Duration refresh) {

  /** Refuses what would let one message show, or could never be reached. */
  public StatusProperties {
    if (fewest < 2) {
      throw new IllegalArgumentException("latchkey.status.fewest must be 2 or more");
    }
    if (slowShare <= 0 || slowShare > downShare || downShare > 1) {
      throw new IllegalArgumentException(
          "latchkey.status: slow-share must be above 0 and at most down-share, down-share at most"
              + " 1");
    }
  }
}
