package dev.latchkey.messaging;

import dev.latchkey.secret.ServerKey;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Keyed hashes that stand for addresses where they are counted and compared, so that a copy of the
 * database does not let anybody look an address up.
 */
@Component
public class TargetHasher {
  private final ServerKey key;

  TargetHasher(ServerKey key) {
    this.key = key;
  }

  /**
   * The hash of an address; the same for all notations that reach the same mailbox or telephone.
   *
   * @param target e-mail address, or number in E.164 form
   */
  public String hash(Channel channel, String target) {
    return key.hash("message-target", channel.name(), target.strip().toLowerCase(Locale.ROOT));
  }

  /** What stands for the address of a decoy: never equal to the hash of an address. */
  public String decoy(Channel channel, String subject) {
    return key.hash("decoy-target", channel.name(), subject);
  }
}
