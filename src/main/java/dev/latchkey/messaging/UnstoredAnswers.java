package dev.latchkey.messaging;

import dev.latchkey.messaging.Sender.SendResult;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What providers answered and the database does not know yet. In memory alone: if the process dies
 * too, the message is sent once more.
 */
final class UnstoredAnswers {
  /** Far more than are under way at once; the oldest go first. */
  private static final int MOST = 10_000;

  private final Map<String, SendResult> kept =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SendResult> eldest) {
          return size() > MOST;
        }
      };

  synchronized void keep(String messageId, SendResult answer) {
    kept.put(messageId, answer);
  }

  /** Null if there is none. */
  synchronized SendResult unstored(String messageId) {
    return kept.get(messageId);
  }

  synchronized void stored(String messageId) {
    kept.remove(messageId);
  }
}
