package dev.latchkey.recovery;

import dev.latchkey.secret.ServerKey;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Tokens that are derived, so that they can be put into every message without being stored. */
@Component
public class RecoveryTokens {
  private final ServerKey key;

  RecoveryTokens(ServerKey key) {
    this.key = key;
  }

  /** The "this wasn't me" token of a recovery: 256 bits; only its hash is in the database. */
  public String objection(String caseId) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key.mac("objection", caseId));
  }
}
