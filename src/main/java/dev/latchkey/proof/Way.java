package dev.latchkey.proof;

import java.util.Arrays;
import java.util.Optional;

/** A way to prove that one holds the account. */
public enum Way {
  TEXT_MESSAGE("text-message", ProofKind.ISSUED),
  EMAIL("email", ProofKind.ISSUED),
  AUTHENTICATOR_APP("authenticator-app", ProofKind.BOUND),
  BACKUP_CODE("backup-code", ProofKind.SAVED),
  /** Approval on a device that is signed in: a login request. */
  LOGIN_REQUEST("login-request", ProofKind.BOUND),
  /** The password, where a sign-in knew it and only the second factor is lost. */
  PASSWORD("password", ProofKind.BOUND),
  HUMAN_REVIEW("human-review", ProofKind.REVIEWED);

  private final String key;
  private final ProofKind kind;

  Way(String key, ProofKind kind) {
    this.key = key;
    this.kind = kind;
  }

  /** The name used in diagrams, decision tables, the database and the REST interface. */
  public String key() {
    return key;
  }

  /** What a proof by this way rests on. */
  public ProofKind kind() {
    return kind;
  }

  /** The way with this key, or empty if there is none (also for null). */
  public static Optional<Way> ofKey(String key) {
    return Arrays.stream(values()).filter(way -> way.key.equals(key)).findFirst();
  }
}
