package dev.latchkey.review;

import java.util.Arrays;
import java.util.Optional;

/** What a person no longer has; several may be. */
public enum LostFactor {
  PASSWORD("password"),
  PHONE("phone"),
  EMAIL("email"),
  BACKUP_CODES("backup-codes"),
  AUTHENTICATOR_APP("authenticator-app"),
  DEVICE("device");

  private final String key;

  LostFactor(String key) {
    this.key = key;
  }

  /** The value in the database, in the REST interface and in text keys. */
  public String key() {
    return key;
  }

  /** The key as the name of an input, which has letters alone: lost_backup_codes. */
  public String field() {
    return "lost_" + key.replace('-', '_');
  }

  /** The factor with this key, or empty (also for null). */
  public static Optional<LostFactor> ofKey(String key) {
    return Arrays.stream(values()).filter(factor -> factor.key.equals(key)).findFirst();
  }
}
