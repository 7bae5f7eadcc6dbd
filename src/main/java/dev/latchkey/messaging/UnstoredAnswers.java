package dev.latchkey.messaging;

import dev.latchkey.messaging.Sender.SendResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What providers answered and the database does not know yet. In memory alone: if the process dies
 * too, the message is sent once more.
 */
final class UnstoredAnswers {
  /** Far more than are under way at once; the oldest go first. */
  private static final int MOST = 10_000;

  private final Map<String, Unstored> kept =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Unstored> eldest) {
          return size() > MOST;
        }
      };

  /** What the provider said to a message. */
  record Unstored(StoredMessage message, SendResult answer) {}

  synchronized void keep(StoredMessage message, SendResult answer) {
    kept.put(message.id(), new Unstored(message, answer));
  }

  /** Null if there is none. */
  synchronized SendResult unstored(String messageId) {
    Unstored unstored = kept.get(messageId);
    return unstored == null ? null : unstored.answer();
  }

  /** All of them, as they are now. */
  synchronized List<Unstored> all() {
    return List.copyOf(kept.values());
  }

  synchronized void stored(String messageId) {
    kept.remove(messageId);
  }
}
