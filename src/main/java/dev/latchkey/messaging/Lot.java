package dev.latchkey.messaging;

import dev.latchkey.secret.ServerKey;
import java.nio.ByteBuffer;
import org.springframework.stereotype.Component;

/** Draws lots for decoys: nobody can foretell them, and the same lot falls each time. */
@Component
class Lot {
  private final ServerKey key;

  Lot(ServerKey key) {
    this.key = key;
  }

  /**
   * From 0 to less than 1.
   *
   * @param matter what is drawn for; each matter has lots of its own
   * @param whom who draws: a decoy's hash, or the id of a message
   */
  double draw(String matter, String whom) {
    long bits = ByteBuffer.wrap(key.mac("decoy-" + matter, whom)).getLong() >>> 11;
    return bits * 0x1.0p-53;
  }
}
